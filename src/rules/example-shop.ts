import fc from 'fast-check';
import { exampleCategory, exampleNotice, exampleUse } from './example-notice.ts';
import type { HoldingRecord } from './holdings.ts';
import { record } from './holdings-arbitraries.ts';
import type { Product, Shop, ShopSignal } from './shop.ts';

/** A small shop with every signal, its notice, and what customers of it hold, for the tests of what it shows. */

const signal = (use: string, reads: ShopSignal['reads'], items: string[], surface: ShopSignal['surface']) =>
  ({ use, reads, items, surface }) satisfies ShopSignal;

const signals = [
  signal('purchases.picks', 'orders', ['purchases.order_line'], 'shop_window'),
  signal('answers.picks', 'answers', ['answers.answer'], 'shop_window'),
  signal('sizes.advice', 'sizes', ['sizes.top', 'sizes.shoe'], 'shop_window'),
  signal('browsing.shortlist', 'visits', ['browsing.page'], 'shop_window'),
  signal('interests.home', 'conclusions', ['interests.interest'], 'shop_window'),
  signal('location.nearby', 'place', ['location.place'], 'shop_window'),
  signal('purchases.offers', 'refills', ['purchases.order_line'], 'email'),
  signal('wishes.stock', 'wishes', ['wishes.wish'], 'email'),
  signal('interests.email', 'conclusions', ['interests.interest'], 'email'),
  signal('wishes.offers', 'wish_offers', ['wishes.wish'], 'offer'),
  signal('loyalty.prices', 'member_prices', ['loyalty.member'], 'offer'),
];

/** A thing at £20 that sold ten times. */
export const product = (id: string, more: Partial<Product> = {}): Product => ({
  id,
  name: `Name of ${id}`,
  price: 2000,
  topic: 'garden',
  fit: null,
  sizes: [],
  picture: null,
  sensitive: false,
  refill: false,
  places: ['York'],
  sold: 10,
  ...more,
});

const topics = ['garden', 'study', 'clothes', 'refill'] as const;
const eight = [1, 2, 3, 4, 5, 6, 7, 8];

/** Of every topic eight things; the seventh is told to nobody unasked. */
const products = topics.flatMap((topic) =>
  eight.map((number) =>
    product(`${topic}-${number}`, {
      topic,
      price: number * 500,
      sold: 50 - number,
      sensitive: number === 7,
      refill: topic === 'refill',
      places: number % 2 === 0 ? ['York'] : ['Leeds', 'York'],
      ...(topic === 'clothes' && { fit: 'top', sizes: number % 2 === 0 ? ['M'] : ['S', 'M'] }),
    }),
  ),
);

const together = Object.fromEntries(
  products.map(({ id, topic }) => [
    id,
    products
      .filter((other) => other.topic === topic && other.id !== id)
      .map((other, index) => [other.id, 9 - index] as const),
  ]),
);

export const shop: Shop = {
  currency: 'GBP',
  products,
  together,
  signals,
  reductions: { member: { share: 0.1, most: 150, from: 1000 }, wish: { share: 0.2, most: 500, from: 0 } },
  headline: (surface, first) => (surface === 'email' ? `About ${first.name}` : null),
};

/** A notice that tells of every signal, and of a use that the shop does not read, and of one without a switch. */
export const notice = exampleNotice(
  [...Map.groupBy(signals, ({ use }) => use.slice(0, use.indexOf('.')))].map(([category, all]) =>
    exampleCategory(category, [
      ...all.map(({ use, items }) =>
        exampleUse(use, { items: items.map((item) => item.slice(item.indexOf('.') + 1)) }),
      ),
      ...(category === 'purchases'
        ? [exampleUse('purchases.ads'), exampleUse('purchases.deliver', { basis: 'contract' })]
        : []),
    ]),
  ),
);

const at = fc
  .integer({ min: 1, max: 700 })
  .map((day) => new Date(Date.UTC(2026, 10, 22) - day * 86_400_000).toISOString());
const thing = fc.constantFrom(...products.map(({ id }) => id), 'gone-from-the-shop');
const topic = fc.constantFrom(...topics);
const until = fc.constantFrom('2027-06-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z');
type Data = HoldingRecord['data'];
const of = (
  category: string,
  item: string,
  data: fc.Arbitrary<Data>,
  label = 'Something',
): fc.Arbitrary<HoldingRecord> =>
  fc
    .tuple(at, data, fc.constantFrom(false, false, false, true))
    .map(([when, known, kept]) =>
      record('', { category, item, at: when, label, data: known, ...(kept && { keptFor: ['purchases.deliver'] }) }),
    );

const anything: fc.Arbitrary<HoldingRecord> = fc.oneof(
  of('purchases', 'order_line', fc.record({ product: thing, returned: fc.boolean() })),
  of('browsing', 'page', fc.record({ product: thing })),
  of('wishes', 'wish', fc.record({ product: thing, list: fc.constant('Home'), ordered: fc.boolean() })),
  of('sizes', 'top', fc.record({ size: fc.constantFrom('S', 'M', 'L') })),
  of('location', 'place', fc.constant({}), 'Leeds, LS6'),
  of('location', 'place', fc.constant({}), 'Lisbon'),
  of('loyalty', 'member', fc.constant({})),
  of('answers', 'answer', fc.record({ question: fc.constant('rooms'), value: topic, words: topic, expires: until })),
  of(
    'interests',
    'interest',
    fc.record({ topic, lapses: until, verdict: fc.constantFrom(null, 'right', 'wrong') }),
    'You like it',
  ),
  of('interests', 'never', fc.record({ topic, forbidden: fc.constant(true) })),
);

/** Records of whatever the shop can read, each with an id of its own. */
export const shoppers: fc.Arbitrary<HoldingRecord[]> = fc
  .array(anything, { maxLength: 40 })
  .map((all) => all.map((one, index) => ({ ...one, id: `r${index}` })));

/** The uses that somebody allows. */
export const allowances: fc.Arbitrary<string[]> = fc.subarray(signals.map(({ use }) => use));

/** What can be asked about: each place is among them, by a use or a category. */
export const places: fc.Arbitrary<string> = fc.constantFrom(
  'purchases.picks',
  'browsing',
  'purchases.offers',
  'wishes.stock',
  'wishes',
  'loyalty.prices',
  'purchases.ads',
);
