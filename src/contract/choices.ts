import * as z from 'zod/mini';
import { NoticeRef } from './notice.ts';
import { ChoiceId, Instant, OptionId, Seq } from './primitives.ts';

/**
 * Who made a decision: the customer, their browser's signal, somebody acting for them; or `device`: it was made in a
 * browser where the customer was not signed in, and joined at sign-in.
 */
export const By = z.enum(['customer', 'gpc', 'agent', 'guardian', 'device']);
export type By = z.infer<typeof By>;

/**
 * Why a choice has its effective value: what was decided (`customer`, `gpc`, `agent`, `guardian`, `device`), what is
 * true before anyone decides (`default`), a browser signal now present (`signal`), a grant that lapsed (`expired`), or a
 * material change of the notice that suspends an older grant (`notice_changed`).
 */
export const Why = z.enum([
  'customer',
  'gpc',
  'agent',
  'guardian',
  'device',
  'default',
  'signal',
  'expired',
  'notice_changed',
]);
export type Why = z.infer<typeof Why>;

/** What was last decided on a choice. Never written for a choice that nobody decided. */
export const Decided = z.object({
  value: OptionId,
  at: Instant,
  by: By,
  /** The version of the notice it was made on. */
  notice: z.int(),
  /** When a grant lapses; null = it does not. */
  until: z.nullable(Instant),
  /** The customer granted it knowing that their browser's signal asks otherwise. */
  gpcAck: z.boolean(),
});
export type Decided = z.infer<typeof Decided>;

/** One choice as it stands. */
export const ChoiceState = z.object({
  choice: ChoiceId,
  decided: z.nullable(Decided),
  /** The option in force now. A function of record, notices, time and signals (I5), evaluated on read. */
  effective: OptionId,
  why: Why,
  /** Since when `effective` holds; null where it holds from the start. */
  since: z.nullable(Instant),
  /** The number of the last entry that names this choice, else 0. It is what `seen.seq` must match. */
  seq: Seq,
});
export type ChoiceState = z.infer<typeof ChoiceState>;

/** All choices of the customer under the notice now in force. */
export const Choices = z.object({
  /**
   * Whose choices these are, as an opaque tag: equal only for the same customer of the same brand, and of no use
   * elsewhere. What was pressed for one customer is never sent for another. Left out by a backend that cannot tell.
   */
  customer: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  /** Nobody is signed in: these are this browser's own choices, which can only be turned off. Left out for a customer. */
  browser: z.optional(z.literal(true)),
  notice: NoticeRef,
  seq: Seq,
  asOf: Instant,
  /** The browser's opt-out signal as this session sees it, and since when it is on record; null = never. */
  signal: z.object({ gpc: z.boolean(), recordedAt: z.nullable(Instant) }),
  choices: z.array(ChoiceState),
});
export type Choices = z.infer<typeof Choices>;
