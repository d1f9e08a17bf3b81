import * as z from 'zod/mini';
import type { HoldingRecord, OrderLine } from './holdings.ts';

/** The item whose records are order lines. */
export const ORDER_LINE = 'order_line';

const words = z.string('is missing or no text').check(z.minLength(1, 'is empty'));
const yesNo = z.boolean('is neither true nor false');
const size = z.nullable(z.string('is neither a size nor null'));
const money = z.int('is no whole number of minor units').check(z.gte(0, 'is below 0'));

const OrderLineData = z
  .strictObject(
    {
      order: words,
      product: words,
      size,
      quantity: z.int('is no whole number').check(z.gte(1, 'is below 1')),
      shelf: money,
      paid: money,
      currency: z.string('is missing or no text').check(z.regex(/^[A-Z]{3}$/, 'is no currency code like GBP')),
      priced: z.enum(['shelf', 'member', 'wish_list_offer'], 'is neither shelf, member nor wish_list_offer'),
      advisedSize: size,
      returned: yesNo,
      fromPick: yesNo,
      topic: z.exactOptional(words),
    },
    { error: (issue) => (issue.code === 'unrecognized_keys' ? `has also ${issue.keys.join(', ')}` : 'is no object') },
  )
  .check(
    z.refine((line) => line.priced === 'shelf' || line.paid <= line.shelf, {
      path: ['paid'],
      error: 'is above the shelf price, though it is a member price or an offer',
    }),
  );

/** Reads an order line from a record. Throws where it is not one: what cannot be counted is said, never left out. */
export function orderLineOf(record: HoldingRecord): OrderLine {
  const parsed = OrderLineData.safeParse(record.data);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'data'} ${issue.message}`).join('; ');
  throw new Error(`Record "${record.id}" is held as an order line but is none: ${wrong}. Mend its data.`);
}
