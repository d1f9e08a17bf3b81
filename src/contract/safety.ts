import * as z from 'zod/mini';
import { Day, Id, Text } from './primitives.ts';

/** How the data is kept: of one category, or of all (null). */
export const SafetyFact = z.object({
  category: z.nullable(Id),
  /** When this was last checked. */
  asOf: Day,
  where: Text,
  /** Who can read it. */
  readers: Text,
  measures: z.array(Text),
});
export type SafetyFact = z.infer<typeof SafetyFact>;

/** Something that went wrong. */
export const Incident = z.object({
  id: Id,
  from: Day,
  to: Day,
  found: Day,
  /** When the customers in it, and the authority, were told. */
  told: Day,
  what: Text,
  done: Text,
  categories: z.array(Id).check(z.minLength(1)),
  /** Was this customer in it. */
  you: z.enum(['in', 'not_in', 'not_known']),
});
export type Incident = z.infer<typeof Incident>;

/** How we keep it safe, as dated facts. */
export const Safety = z.object({
  facts: z.array(SafetyFact),
  /** Newest first; empty = there was none. */
  incidents: z.array(Incident),
});
export type Safety = z.infer<typeof Safety>;
