import * as z from 'zod/mini';
import { By } from './choices.ts';
import { NoticeRef } from './notice.ts';
import { ChoiceId, Digest, Instant, OptionId, Seq } from './primitives.ts';

/** What was on screen when the customer pressed: the choice's seq and the notice's version. */
export const Seen = z.strictObject({ seq: Seq, notice: z.int() });
export type Seen = z.infer<typeof Seen>;

/** One choice to set. A withdrawal needs no `seen`; a grant without it is refused as `unseen` (428). */
export const DecisionItem = z.strictObject({
  choice: ChoiceId,
  value: OptionId,
  seen: z.optional(Seen),
  /** When the grant shall lapse, at the customer's wish. */
  until: z.optional(Instant),
  /** "I know that my browser asks otherwise": needed to grant what a present signal touches. */
  gpcAck: z.optional(z.literal(true)),
  /** The words were confirmed, or the second step taken: needed where the use's `grant` is not "press". */
  confirmed: z.optional(z.literal(true)),
});
export type DecisionItem = z.infer<typeof DecisionItem>;

/**
 * Whose data was on screen, as `Choices.customer` told. Where the session is somebody else's by now, nothing is stored
 * and the answer is `signed_out`: two customers can share a browser.
 */
export const OnScreenOf = z.optional(z.string().check(z.maxLength(64)));

/** One act of choosing. One command makes at most one entry. */
export const Command = z.strictObject({
  items: z.array(DecisionItem).check(z.minLength(1), z.maxLength(200)),
  /** Where it was pressed: "center/overview". Evidence, never logic. */
  surface: z.optional(z.string().check(z.maxLength(80))),
  customer: OnScreenOf,
  /** The browser's clock. Evidence, never logic (I9). */
  clientTime: z.optional(Instant),
});
export type Command = z.infer<typeof Command>;

/** A client's name for one intent, 16 to 64 characters; retries of the same intent reuse it. */
export const IdempotencyKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));
export type IdempotencyKey = z.infer<typeof IdempotencyKey>;

/** What became of one item (I3). `unseen` = a precondition (seen, gpcAck, confirmed) is missing. */
export const Outcome = z.enum(['applied', 'stale', 'notice_changed', 'unseen']);
export type Outcome = z.infer<typeof Outcome>;

/** One item as it went into the record. */
export const RecordedItem = z.object({
  choice: ChoiceId,
  /** What was asked for. */
  value: OptionId,
  outcome: Outcome,
  /** The decided value before this entry; null = nobody had decided. */
  before: z.nullable(OptionId),
  /** The choice's seq after this entry. */
  seq: Seq,
  until: z.nullable(Instant),
  gpcAck: z.boolean(),
});
export type RecordedItem = z.infer<typeof RecordedItem>;

/** One entry of the log: one act of choosing, never edited. */
export const Entry = z.object({
  seq: Seq,
  at: Instant,
  by: By,
  notice: NoticeRef,
  items: z.array(RecordedItem),
  /** A choice had moved between `seen` and now (I4). */
  raced: z.boolean(),
  /** SHA-256(0x01 ‖ previous hash ‖ body). */
  hash: Digest,
});
export type Entry = z.infer<typeof Entry>;

/** The answer to a stored decision. Sent only after a durable commit (I8). */
export const DecisionAnswer = z.object({
  entry: Entry,
  /** A compact JWS (EdDSA) over the entry; see getReceipt. Empty where the backend signs none. */
  receipt: z.string(),
  /** The same key had been stored before; this is the answer it got then. */
  replayed: z.boolean(),
});
export type DecisionAnswer = z.infer<typeof DecisionAnswer>;

export const DecisionPage = z.object({
  /** Newest first. */
  entries: z.array(Entry),
  /** Pass it on to get older ones; null = that was all. */
  next: z.nullable(z.string()),
  /** The hash of the newest entry; null while the log is empty. */
  head: z.nullable(Digest),
});
export type DecisionPage = z.infer<typeof DecisionPage>;

/** What every receipt states of its decision, whatever else its issuer puts into it. */
export const ReceiptStatement = z.object({ iss: z.string(), entry: Entry });
export type ReceiptStatement = z.infer<typeof ReceiptStatement>;

/** A signed statement of one decision: a compact JWS, checked against the keys in the backend's capabilities. */
export const Receipt = z.object({ receipt: z.string() });
export type Receipt = z.infer<typeof Receipt>;
