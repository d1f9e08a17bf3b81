import * as z from 'zod/mini';
import { Correctable } from './holdings.ts';
import { ChoiceId, Duration, Id, Message } from './primitives.ts';
import { Question } from './profile.ts';
import { Incident, SafetyFact } from './safety.ts';

/**
 * What a brand says beside its notice, in one language: it explains and asks, and no decision is made on it. It may
 * change at any time, and only the last is kept. It does not cross the wire as a whole; calls answer with parts of it.
 */
export const About = z.object({
  /** How long backups keep what was removed. */
  backups: Duration,
  /** The item ("account.visit") that holds when the customer was last here; null = nobody remembers. */
  visits: z.nullable(ChoiceId),
  /** The item that holds conclusions, and the item that holds what the customer forbade to conclude; null = no such. */
  conclusions: z.nullable(z.object({ held: ChoiceId, forbidden: ChoiceId })),
  /** How records of an item can be put right. Items that are not named cannot. */
  correctable: z.record(ChoiceId, z.omit(Correctable, { value: true })),
  /** What an event of each use says. ICU arguments: the values of the event. */
  events: z.record(ChoiceId, Message),
  /** One sentence of the combined picture for each category. ICU arguments: those of its `held` message. */
  portrait: z.record(Id, Message),
  questions: z.array(Question),
  safety: z.array(SafetyFact),
  incidents: z.array(z.omit(Incident, { you: true })),
});
export type About = z.infer<typeof About>;
