import * as z from 'zod/mini';
import { ChoiceId, Id, Instant, Text } from './primitives.ts';

/** Why a thing is shown: what kind of reason, and of which thing of the customer's. */
export const Reason = z.object({
  kind: z.enum([
    'bought_with',
    'buy_again',
    'seen_twice',
    'wished',
    'answered',
    'concluded',
    'in_stock_near',
    'size',
    'member_price',
    'wish_offer',
    'bestseller',
  ]),
  /** The customer's thing: "Oak stool", "York", "M"; null where the reason has none. */
  of: z.nullable(Text),
});
export type Reason = z.infer<typeof Reason>;

/** A thing as it would be shown. Money in minor units. */
export const ShownThing = z.object({
  product: z.string().check(z.maxLength(80)),
  name: Text,
  price: z.object({ shelf: z.int(), paid: z.int(), currency: z.string().check(z.regex(/^[A-Z]{3}$/)) }),
  /** An SVG path in a box of 48 × 48, drawn with strokes; null = there is no picture. */
  picture: z.nullable(z.string().check(z.maxLength(2000), z.regex(/^[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]*$/))),
  reason: Reason,
});
export type ShownThing = z.infer<typeof ShownThing>;

/** What a customer would meet: a shop window, an e-mail, or an offer. */
export const Experience = z.object({
  surface: z.enum(['shop_window', 'email', 'offer']),
  /** A line that stands over the things, such as an e-mail's subject; null = none. */
  headline: z.nullable(Text),
  things: z.array(ShownThing).check(z.maxLength(12)),
});
export type Experience = z.infer<typeof Experience>;

/** The same place under two hypothetical choices, from this customer's data. Nothing is stored by asking. */
export const Preview = z.object({
  asOf: Instant,
  about: z.union([Id, ChoiceId]),
  /** With the use, or all optional uses of the category, on; and with them off. The rest is as decided. */
  with: Experience,
  without: Experience,
  /** Nothing that the customer would see changes. */
  same: z.boolean(),
  /** What the customer meets today; null = neither, since some of the category's uses are on and some off. */
  today: z.nullable(z.enum(['with', 'without'])),
  /** How many records the side "with" drew on, by use. */
  drewOn: z.array(z.object({ use: ChoiceId, records: z.int() })),
});
export type Preview = z.infer<typeof Preview>;
