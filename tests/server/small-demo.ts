import type { DemoCustomer } from '#backend/published-brand.ts';
import type { HoldingRecord, OrderLine } from '#rules/holdings.ts';

/** One order line of this year, bought for £10 less than on the shelf because of the membership. */
export const memberLine = (day: string): HoldingRecord => {
  const data: OrderLine = {
    order: 'o1',
    product: 'p1',
    size: null,
    quantity: 1,
    shelf: 4_000,
    paid: 3_000,
    currency: 'GBP',
    priced: 'member',
    advisedSize: null,
    returned: false,
    fromPick: false,
  };
  const at = `${day}T00:00:00.000Z`;
  return {
    id: 'line-1',
    category: 'purchases',
    item: 'order_line',
    at,
    label: 'Linen duvet, double',
    data: { ...data },
  };
};

/**
 * The demo of a test's brand: a customer with one order and one decision, and one of whom nothing is held. The server
 * loads it by its name.
 * @public
 */
export function demoCustomer(persona: string, today: string): DemoCustomer {
  const year = today.slice(0, 4);
  if (persona !== 'maya') {
    return { name: 'Noor Test', holdings: { customer: { name: 'Noor Test' }, records: [], events: [] }, decisions: [] };
  }
  return {
    name: 'Maya Test',
    holdings: {
      customer: { name: 'Maya Test' },
      records: [memberLine(`${year}-01-01`)],
      events: [{ id: 'e1', use: 'purchases.recommendations', at: `${year}-01-01T00:00:00.000Z` }],
    },
    decisions: [
      {
        at: `${Number(year) - 1}-05-03T10:00:00.000Z`,
        by: 'customer',
        items: [{ choice: 'purchases.recommendations', value: 'on' }],
      },
    ],
  };
}
