import * as z from 'zod/mini';
import { ChoiceId, Day, Id, Instant, Text } from './primitives.ts';

/** The id of a record, as the brand's own systems name it. */
export const RecordId = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,64}$/));
export type RecordId = z.infer<typeof RecordId>;

/** How a record can be put right: what it says now, and what may stand there instead. */
export const Correctable = z.object({
  kind: z.enum(['text', 'number', 'option']),
  value: z.string(),
  /** For `option`: what can be chosen. Else null. */
  options: z.nullable(z.array(z.string())),
});
export type Correctable = z.infer<typeof Correctable>;

/** One record that is held about the customer, in the customer's words. */
export const HeldRecord = z.object({
  id: RecordId,
  category: Id,
  /** The notice's item it belongs to; that item names the uses that need it. */
  item: Id,
  at: Instant,
  label: Text,
  /** Who it came from, by name ("Areabook"); null = as its category's source says. */
  from: z.nullable(Text),
  /** Null = it cannot be put right here. */
  correctable: z.nullable(Correctable),
  correctedAt: z.nullable(Instant),
  /**
   * Forgotten, but for the uses named here: law or contract ask for it, or it is what they must never conclude. Null = it
   * serves every use that needs it.
   */
  keptFor: z.nullable(z.array(ChoiceId)),
});
export type HeldRecord = z.infer<typeof HeldRecord>;

/** That a whole category was forgotten: what is gone, and what had to stay. */
export const Forgotten = z.object({
  category: Id,
  at: Instant,
  /** The last day on which a backup may still have it. */
  backupsUntil: Day,
  removed: z.int().check(z.gte(0)),
  /** Records that law, contract, or the customer's own word never to conclude something keep. */
  kept: z.int().check(z.gte(0)),
  /** The uses that keep them. */
  keptFor: z.array(ChoiceId),
});
export type Forgotten = z.infer<typeof Forgotten>;

/** What is held as one item of a category. */
export const ItemHoldings = z.object({
  item: Id,
  count: z.int().check(z.gte(0)),
  oldest: z.nullable(Instant),
  newest: z.nullable(Instant),
  /** It holds what the customer forbade to conclude: it stays where its category or everything is forgotten. */
  forbids: z.optional(z.literal(true)),
});
export type ItemHoldings = z.infer<typeof ItemHoldings>;

/** What is held in a category: every record, whatever is switched off. */
export const CategoryHoldings = z.object({
  category: Id,
  count: z.int().check(z.gte(0)),
  oldest: z.nullable(Instant),
  newest: z.nullable(Instant),
  /** One for each item of the notice, in its order. */
  items: z.array(ItemHoldings),
  /** Who it came from by name, where that is known; most first. */
  from: z.array(z.object({ name: Text, count: z.int() })),
  /** When all of it was last forgotten; null = never. */
  forgotten: z.nullable(Forgotten),
});
export type CategoryHoldings = z.infer<typeof CategoryHoldings>;

/** All that is held, by category of the notice in force, in its order. */
export const HoldingsList = z.object({
  asOf: Instant,
  /** The last day on which a backup may still have what is removed today. */
  backupsUntil: Day,
  categories: z.array(CategoryHoldings),
});
export type HoldingsList = z.infer<typeof HoldingsList>;

/** Which records. All given must hold; without any, all records. */
export const RecordFilter = z.strictObject({
  category: z.optional(Id),
  item: z.optional(Id),
  /** Words that the label has, in any case and order. */
  search: z.optional(z.string().check(z.maxLength(100))),
  /** The id of a conclusion, or of an entry of the ledger: only what it rests on. */
  behind: z.optional(z.string().check(z.maxLength(100))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
});
export type RecordFilter = z.infer<typeof RecordFilter>;

export const RecordPage = z.object({
  /** Newest first. */
  records: z.array(HeldRecord),
  /** How many there are in all pages. */
  count: z.int().check(z.gte(0)),
  /** Pass it on to get older ones; null = that was all. */
  next: z.nullable(z.string()),
});
export type RecordPage = z.infer<typeof RecordPage>;

/** The answer to a stored correction. */
export const Corrected = z.object({ record: HeldRecord, replayed: z.boolean() });
export type Corrected = z.infer<typeof Corrected>;

/** What to forget: one record, one category, or everything. `id` names the record or category. */
export const Forgetting = z.strictObject({
  scope: z.enum(['record', 'category', 'everything']),
  id: z.optional(z.string().check(z.maxLength(64))),
});
export type Forgetting = z.infer<typeof Forgetting>;

/** What became of it: gone from here at `at`, and from backups after `backupsUntil`. */
export const ForgettingDone = z.object({
  at: Instant,
  backupsUntil: Day,
  /** Records that are gone. */
  removed: z.int().check(z.gte(0)),
  /**
   * What law or contract keep, and what the customer forbade to conclude, by item; from now on for the uses named, and
   * for nothing else.
   */
  kept: z.array(
    z.object({
      category: Id,
      item: Id,
      count: z.int(),
      keptFor: z.array(ChoiceId),
      /** It is the customer's own word never to conclude something. */
      forbids: z.optional(z.literal(true)),
    }),
  ),
  /** Conclusions that rested on it alone, and went with it. */
  conclusions: z.int().check(z.gte(0)),
  replayed: z.boolean(),
});
export type ForgettingDone = z.infer<typeof ForgettingDone>;
