import * as z from 'zod/mini';
import { Day, Id, Instant, Text } from './primitives.ts';

/** "Did you expect this?", of one card. */
export const ExpectationAnswer = z.enum(['expected', 'surprised', 'not_ok']);
export type ExpectationAnswer = z.infer<typeof ExpectationAnswer>;

export const Expectation = z.strictObject({
  /** The category whose card it is about. */
  card: Id,
  answer: ExpectationAnswer,
  reason: z.optional(Text.check(z.maxLength(280))),
});
export type Expectation = z.infer<typeof Expectation>;

/** What this customer said in the week that is open. Once it closes nobody can tell whose answer was whose. */
export const Expectations = z.object({
  /** Its Monday, in the brand's time zone. */
  week: Day,
  closes: Instant,
  answers: z.array(Expectation),
});
export type Expectations = z.infer<typeof Expectations>;
