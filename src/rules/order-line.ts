import * as z from 'zod/mini';
import type { HoldingRecord, OrderLine } from './holdings.ts';

/** The item whose records are order lines. */
export const ORDER_LINE = 'order_line';

const minorUnits = z.int().check(z.gte(0));

const OrderLineData = z
  .strictObject({
    order: z.string().check(z.minLength(1)),
    product: z.string().check(z.minLength(1)),
    size: z.nullable(z.string()),
    quantity: z.int().check(z.gte(1)),
    shelf: minorUnits,
    paid: minorUnits,
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    priced: z.enum(['shelf', 'member', 'wish_list_offer']),
    advisedSize: z.nullable(z.string()),
    returned: z.boolean(),
    fromPick: z.boolean(),
  })
  .check(
    z.refine((line) => line.priced === 'shelf' || line.paid <= line.shelf, {
      path: ['paid'],
      error: 'a member price or an offer is not above the shelf price',
    }),
  );

/** Reads an order line from a record. Throws where it is not one: what cannot be counted is said, never left out. */
export function orderLineOf(record: HoldingRecord): OrderLine {
  const parsed = OrderLineData.safeParse(record.data);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'data'}: ${issue.message}`).join('; ');
  throw new Error(`Record "${record.id}" is held as an order line but is none (${wrong}). Mend its data.`);
}
