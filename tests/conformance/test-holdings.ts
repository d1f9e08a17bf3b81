import type { HoldingRecord, Holdings } from '#rules/holdings.ts';

const orderLine = (order: string, at: string, fromPick: boolean): HoldingRecord => {
  const data = {
    order,
    product: 'lamp',
    size: null,
    quantity: 1,
    shelf: 2000,
    paid: 2000,
    currency: 'USD',
    priced: 'shelf',
    advisedSize: null,
    returned: false,
    fromPick,
  };
  return { id: `r${order}`, category: 'purchases', item: 'order_line', at, label: `Lamp ${order}`, data };
};

/** How many pages the personas looked at: all about lamps, two of them at the same moment. */
export const PAGES = 12;

const page = (number: number): HoldingRecord => ({
  id: `page${number.toString().padStart(2, '0')}`,
  category: 'browsing',
  item: 'record',
  at: `2026-09-${Math.max(2, number).toString().padStart(2, '0')}T08:00:00.000Z`,
  label: `Page ${number} about lamps`,
  data: { topic: 'lamps', product: 'lamp', ...(number === 1 && { from: 'Areabook' }) },
});

const concluded = (id: string, topic: string, label: string): HoldingRecord => ({
  id,
  category: 'profile',
  item: 'conclusion',
  at: '2026-10-10T08:00:00.000Z',
  label,
  data: { topic, confidence: 'fairly_sure', lapses: '2027-10-10T08:00:00.000Z' },
});

/** What is held about every persona. */
export const testHoldings: Holdings = {
  customer: { name: 'Robin' },
  records: [
    orderLine('1', '2026-03-01T10:00:00.000Z', true),
    orderLine('2', '2026-10-05T10:00:00.000Z', false),
    { id: 'r3', category: 'location', item: 'record', at: '2026-11-01T08:00:00.000Z', label: 'Albany', data: {} },
    {
      id: 'rooms',
      category: 'profile',
      item: 'record',
      at: '2026-04-01T08:00:00.000Z',
      label: '3 rooms',
      data: { value: 3, says: '{value} rooms' },
    },
    ...Array.from({ length: PAGES }, (_, index) => page(index + 1)),
    concluded('likes-lamps', 'lamps', 'You like lamps'),
    concluded('likes-tea', 'tea', 'You like tea'),
  ],
  events: [
    { id: 'e1', use: 'purchases.insight', at: '2026-11-20T10:00:00.000Z' },
    { id: 'e2', use: 'browsing.offers', at: '2026-11-21T10:00:00.000Z', data: { picked: 6 } },
    { id: 'e3', use: 'browsing.offers', at: '2026-11-22T10:00:00.000Z', data: { picked: 2 } },
  ],
  incidents: ['leak_2026'],
};
