import * as z from 'zod/mini';
import { Forgotten } from './holdings.ts';
import { Use } from './notice.ts';
import { ChoiceId, Day, Id, Instant } from './primitives.ts';

/** The published counting rules. Each is applied to the records themselves; a result is never stored. */
export const Counting = Use.shape.got.def.innerType.shape.counting;
export type Counting = z.infer<typeof Counting>;

/** A thing really received. Money is in minor units of `currency`; a count has none. */
export const Got = z.object({
  use: ChoiceId,
  counting: Counting,
  amount: z.int().check(z.gte(0)),
  currency: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
});
export type Got = z.infer<typeof Got>;

/** What is held in one category. `count` is every record held, whatever is switched off. */
export const Held = z.object({
  count: z.int().check(z.gte(0)),
  oldest: z.nullable(Instant),
  newest: z.nullable(Instant),
  /** Further facts for the category's `held` message, such as {orders: 142, shoe: "39"}. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The newest, at most three. */
  sample: z.array(z.object({ label: z.string(), at: Instant })).check(z.maxLength(3)),
});
export type Held = z.infer<typeof Held>;

export const CategoryOverview = z.object({
  category: Id,
  held: Held,
  /** One for each use of the category that counts something. */
  got: z.array(Got),
  /** How often the data was used, a number a day: the first for `since`, the last for the day of `asOf`. */
  usedDays: z.array(z.int()),
  /** When all of it was last forgotten. Left out: never. */
  forgotten: z.optional(Forgotten),
});
export type CategoryOverview = z.infer<typeof CategoryOverview>;

/** What is held, what came back and when it was used: typed facts; the app makes the sentences. */
export const Overview = z.object({
  asOf: Instant,
  /** 1 January of this year in the brand's time zone; `got` and `usedDays` count from here. */
  since: Day,
  customer: z.object({ name: z.string() }),
  /** What was done with the data since the customer was last here. Left out: nobody remembers, or it is the first time. */
  lastHere: z.optional(
    z.object({
      at: Instant,
      times: z.int().check(z.gte(0)),
      uses: z.array(ChoiceId),
      records: z.int().check(z.gte(0)),
    }),
  ),
  categories: z.array(CategoryOverview),
});
export type Overview = z.infer<typeof Overview>;
