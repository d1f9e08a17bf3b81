import * as z from 'zod/mini';
import { Counting } from './overview.ts';
import { ChoiceId, Instant, Text } from './primitives.ts';

/** One benefit that was really received. */
export const Benefit = z.object({
  /** Names it in `listRecords({behind})`. */
  id: z.string().check(z.maxLength(100)),
  at: Instant,
  use: ChoiceId,
  counting: Counting,
  /** Minor units of `currency`; without one a count, or seconds where the rule counts time. */
  amount: z.int().check(z.gte(0)),
  currency: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  /** What it was: "Linen duvet, double". */
  label: Text,
});
export type Benefit = z.infer<typeof Benefit>;

/** The ledger of one calendar year, derived from the records by the published rules at every read. */
export const Ledger = z.object({
  asOf: Instant,
  year: z.int(),
  /** The years of which anything is held, newest first; the year asked for is always among them. */
  years: z.array(z.int()),
  /** Newest first. */
  benefits: z.array(Benefit),
});
export type Ledger = z.infer<typeof Ledger>;
