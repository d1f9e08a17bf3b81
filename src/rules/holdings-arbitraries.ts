import fc from 'fast-check';
import type { About } from '#contract/about.ts';
import type { Use } from '#contract/notice.ts';
import type { Counting } from '#contract/overview.ts';
import type { forgettingOf } from './forget.ts';
import { exampleCategory, exampleNotice, exampleUse } from './example-notice.ts';
import type { HoldingRecord, Holdings, OrderLine, UsageEvent } from './holdings.ts';

/** Arbitrary holdings, and a small shop's notice that describes them, for the tests of what is held. */

export const LONDON = 'Europe/London';
export const NOW = '2026-11-22T14:02:00.000Z';

const counts = (id: string, counting: Counting, more: Partial<Use>): Use =>
  exampleUse(id, { ...more, got: { counting, message: '', none: 'Nothing yet.', how: 'Counted.' } });

const bought = { items: ['order', 'order_line'] };
const shop = exampleNotice([
  exampleCategory('purchases', [
    exampleUse('purchases.deliver', { ...bought, basis: 'contract' }),
    exampleUse('purchases.accounts', { ...bought, basis: 'legal_obligation' }),
    counts('purchases.picks', 'pick_ordered', { items: ['order_line'] }),
  ]),
  exampleCategory('loyalty', [counts('loyalty.prices', 'member_price', { items: ['card'] })]),
  exampleCategory('wishes', [counts('wishes.offers', 'wish_list_offer', { items: ['wish'] })]),
  exampleCategory('sizes', [counts('sizes.advice', 'return_avoided', { items: ['shoe'] })]),
  exampleCategory('messages', [
    exampleUse('messages.answer', { items: ['message'], basis: 'contract' }),
    exampleUse('messages.claims', { items: ['message'], basis: 'legal_obligation' }),
    exampleUse('messages.train', { items: ['message'], basis: 'legitimate_interest' }),
  ]),
  exampleCategory('account', [
    exampleUse('account.run', { items: ['name', 'phone'], basis: 'contract' }),
    exampleUse('account.greet', { items: ['visit'] }),
  ]),
  exampleCategory('checkout', [counts('checkout.fill', 'time_saved', { items: ['filled'] })]),
  exampleCategory('interests', [exampleUse('interests.home', { items: ['interest', 'never'] })], {
    source: 'concluded',
  }),
]);

const byContract = ['order', 'order_line', 'name'];

/**
 * Orders and the name have to be given, messages are kept by law, everything else is the customer's to give. Each rule
 * of counting credits one use.
 */
export const notice: typeof shop = {
  ...shop,
  categories: shop.categories.map((category) => ({
    ...category,
    items: category.items.map((item) => ({
      ...item,
      required: byContract.includes(item.id) ? ('by_contract' as const) : item.required,
    })),
  })),
};

export const about: About = {
  backups: 'P30D',
  visits: 'account.visit',
  conclusions: { held: 'interests.interest', forbidden: 'interests.never' },
  correctable: {
    'sizes.shoe': { kind: 'option', options: ['38', '39', '40'] },
    'account.name': { kind: 'text', options: null },
  },
  events: { 'purchases.picks': 'We picked {picked}.', 'purchases.deliver': 'We sent your order.' },
  portrait: {},
  questions: [],
  safety: [],
  incidents: [],
};

export const record = (id: string, more: Partial<HoldingRecord> = {}): HoldingRecord => ({
  id,
  category: 'sizes',
  item: 'shoe',
  at: '2026-03-01T12:00:00.000Z',
  label: `Label ${id}`,
  data: {},
  ...more,
});

export const event = (id: string, more: Partial<UsageEvent> = {}): UsageEvent => ({
  id,
  use: 'purchases.picks',
  at: '2026-03-01T12:00:00.000Z',
  ...more,
});

/** A line at the shelf price, of an order of its own. */
export const orderLine = (
  id: string,
  line: Partial<OrderLine> = {},
  more: Partial<HoldingRecord> = {},
): HoldingRecord =>
  record(id, {
    category: 'purchases',
    item: 'order_line',
    ...more,
    data: {
      order: `order ${id}`,
      product: 'duvet',
      size: null,
      quantity: 1,
      shelf: 5000,
      paid: 5000,
      currency: 'GBP',
      priced: 'shelf',
      advisedSize: null,
      returned: false,
      fromPick: false,
      ...line,
    },
  });

export const holding = (records: readonly HoldingRecord[], more: Partial<Holdings> = {}): Holdings => ({
  customer: { name: 'Maya' },
  records,
  events: [],
  ...more,
});

type Forgets = NonNullable<ReturnType<typeof forgettingOf>>;

/** What is held once a forgetting is written down, as a store would. */
export function changedBy(held: Holdings, { put, remove, forgetEvents, forgotten }: Forgets['change']): Holdings {
  const anew = new Set(forgotten.map(({ category }) => category));
  return {
    ...held,
    records: held.records
      .filter(({ id }) => !remove.includes(id))
      .map((one) => put.find(({ id }) => id === one.id) ?? one),
    events: held.events.map((one) => (forgetEvents.includes(one.id) ? { ...one, data: null } : one)),
    forgotten: [...(held.forgotten ?? []).filter(({ category }) => !anew.has(category)), ...forgotten],
  };
}

/** Few moments, so that many things happen at the same; both sides of New Year, and of now. */
const moments: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('2025-12-31T23:59:59.999Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00Z', NOW),
  fc
    .integer({ min: Date.parse('2024-11-01') / 86_400_000, max: Date.parse('2026-12-10') / 86_400_000 })
    .map((day) => new Date(day * 86_400_000 + 43_200_000).toISOString()),
);

const topics = fc.constantFrom('nursery', 'garden', 'study');

export const orderLines: fc.Arbitrary<Partial<OrderLine>> = fc.record(
  {
    order: fc.constantFrom('o1', 'o2', 'o3'),
    size: fc.constantFrom(null, '38', '39'),
    quantity: fc.integer({ min: 1, max: 4 }),
    shelf: fc.integer({ min: 500, max: 9000 }),
    paid: fc.integer({ min: 0, max: 500 }),
    priced: fc.constantFrom('shelf', 'member', 'wish_list_offer'),
    advisedSize: fc.constantFrom(null, '38', '39'),
    returned: fc.boolean(),
    fromPick: fc.boolean(),
    topic: topics,
  },
  { requiredKeys: ['shelf', 'paid', 'priced'] },
);

const places = notice.categories.flatMap(({ id, items }) => items.map((item) => [id, item.id] as const));
const others = places.filter(([, item]) => item !== 'order_line');

const anything: fc.Arbitrary<HoldingRecord> = fc
  .tuple(
    moments,
    fc.oneof(
      orderLines.map((line) => orderLine('', line)),
      fc
        .tuple(
          fc.constantFrom(...others),
          fc.record({ topic: topics, secondsSaved: fc.nat(300), from: fc.constant('Areabook') }, { requiredKeys: [] }),
        )
        .map(([[category, item], data]) => record('', { category, item, data })),
    ),
    fc.constantFrom(false, false, false, true),
  )
  .map(([at, one, kept]) => ({ ...one, at, ...(kept && { keptFor: ['purchases.accounts'] }) }));

/** Records of every category, each with an id of its own. */
export const records: fc.Arbitrary<HoldingRecord[]> = fc
  .array(anything, { maxLength: 30 })
  .map((all) => all.map((one, index) => ({ ...one, id: `r${index}`, label: `Label r${index}` })));

const uses = notice.categories.flatMap((category) => category.uses.map((use) => use.id));
const happened = fc.tuple(moments, fc.constantFrom(...uses), fc.constantFrom(undefined, null, { picked: 6 }));

/** All that can be held about somebody whom the notice tells everything. */
export const holdings: fc.Arbitrary<Holdings> = fc
  .tuple(records, fc.array(happened, { maxLength: 20 }))
  .map(([held, events]) =>
    holding(held, {
      events: events.map(([at, use, data], index) =>
        event(`e${index}`, { at, use, ...(data !== undefined && { data }) }),
      ),
    }),
  );
