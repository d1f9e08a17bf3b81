import * as z from 'zod/mini';
import { ChoiceId, Day, Id, Instant, Message } from './primitives.ts';

/** Something that was done with the data, under one use. */
export const ActivityEvent = z.object({
  id: z.string(),
  use: ChoiceId,
  at: Instant,
  /** The facts for the sentence of its use, such as {picked: 6, seen: 24, things: "sofas"}; null = forgotten since. */
  values: z.nullable(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type ActivityEvent = z.infer<typeof ActivityEvent>;

/** Which events. All given must hold. */
export const ActivityFilter = z.strictObject({
  category: z.optional(Id),
  use: z.optional(ChoiceId),
  /** Nothing after this day, in the brand's time zone. */
  until: z.optional(Day),
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
});
export type ActivityFilter = z.infer<typeof ActivityFilter>;

export const ActivityPage = z.object({
  /** Newest first. */
  events: z.array(ActivityEvent),
  count: z.int().check(z.gte(0)),
  next: z.nullable(z.string()),
  /** What an event of a use says, for the uses on this page; its ICU arguments are the event's values. */
  said: z.record(ChoiceId, Message),
});
export type ActivityPage = z.infer<typeof ActivityPage>;
