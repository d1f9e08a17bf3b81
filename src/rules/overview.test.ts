import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Category, Use } from '#contract/notice.ts';
import { Overview, type Counting } from '#contract/overview.ts';
import { frozen } from './arbitraries.ts';
import { dayOf } from './days.ts';
import { exampleCategory, exampleNotice, exampleUse } from './example-notice.ts';
import type { HoldingRecord, Holdings, OrderLine, UsageEvent } from './holdings.ts';
import { overviewOf } from './overview.ts';

const LONDON = 'Europe/London';
const NOW = '2026-11-22T14:02:00.000Z';

const counts = (id: string, counting: Counting, more: Partial<Use> = {}) =>
  exampleUse(id, { ...more, got: { counting, message: '', none: 'Nothing yet.', how: 'Counted.' } });

const categories: readonly Category[] = [
  exampleCategory('purchases', [
    counts('purchases.picks', 'pick_ordered', { items: ['order_line', 'basket'] }),
    exampleUse('purchases.fraud', { basis: 'contract' }),
  ]),
  exampleCategory('loyalty', [counts('loyalty.prices', 'member_price', { items: ['card'] })]),
  exampleCategory('wishes', [counts('wishes.offers', 'wish_list_offer', { items: ['wish'] })]),
  exampleCategory('sizes', [counts('sizes.advice', 'return_avoided', { items: ['shoe', 'shirt'] })]),
  exampleCategory('checkout', [counts('checkout.fill', 'time_saved', { items: ['filled'] })]),
];
const notice = exampleNotice(categories);

const shelfLine: OrderLine = {
  order: 'o1',
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
};

const record = (id: string, at: string, more: Partial<HoldingRecord> = {}): HoldingRecord => ({
  id,
  category: 'sizes',
  item: 'shoe',
  at,
  label: `Label ${id}`,
  data: {},
  ...more,
});

const orderLine = (id: string, at: string, line: Partial<OrderLine> = {}): HoldingRecord =>
  record(id, at, { category: 'purchases', item: 'order_line', data: { ...shelfLine, ...line } });

const event = (id: string, at: string, use = 'purchases.picks'): UsageEvent => ({ id, use, at });

const overview = (held: Partial<Holdings>, zone = LONDON, now = NOW) =>
  overviewOf(frozen({ customer: { name: 'Maya' }, records: [], events: [], ...held }), notice, zone, now);

const gotOf = (held: Partial<Holdings>) =>
  Object.fromEntries(
    overview(held).categories.flatMap(({ got }) => got.map(({ counting, amount }) => [counting, amount])),
  );

const gotFrom = (lines: readonly OrderLine[]) =>
  gotOf({ records: lines.map((one, index) => orderLine(`l${index}`, '2026-03-01T12:00:00.000Z', one)) });

const heldOf = (records: HoldingRecord[], category: string) =>
  overview({ records }).categories.find((one) => one.category === category)?.held;

const nothing = { member_price: 0, wish_list_offer: 0, return_avoided: 0, pick_ordered: 0, time_saved: 0 };

describe('what is held', () => {
  const records = [
    record('a', '2026-05-03T10:00:00.000Z', { label: '39' }),
    record('b', '2024-01-01T10:00:00Z', { label: '38' }),
    record('c', '2026-06-01T10:00:00.000Z', { item: 'shirt', label: 'M' }),
    record('d', '2026-01-01T10:00:00.000Z', { item: 'shirt', label: 'S' }),
  ];

  test('is every record, with the newest of each item, the newest of all, and the time it spans', () => {
    expect(heldOf(records, 'sizes')).toEqual({
      count: 4,
      oldest: '2024-01-01T10:00:00.000Z',
      newest: '2026-06-01T10:00:00.000Z',
      values: { shoe_count: 2, shirt_count: 2, shoe: '39', shirt: 'M', latest: 'M' },
      sample: [
        { label: 'M', at: '2026-06-01T10:00:00.000Z' },
        { label: '39', at: '2026-05-03T10:00:00.000Z' },
        { label: 'S', at: '2026-01-01T10:00:00.000Z' },
      ],
    });
  });

  test('is said as nothing where there is nothing, with a count for every item', () => {
    expect(heldOf([], 'sizes')).toEqual({
      count: 0,
      oldest: null,
      newest: null,
      values: { shoe_count: 0, shirt_count: 0 },
      sample: [],
    });
  });

  test('is the same in whatever order the records come', () => {
    const at = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z');
    const some = fc
      .array(fc.tuple(at, fc.constantFrom('shoe', 'shirt')), { maxLength: 12 })
      .map((all) => all.map(([when, item], index) => record(`r${index}`, when, { item })));
    fc.assert(
      fc.property(
        some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(heldOf(shuffled, 'sizes')).toEqual(heldOf(all, 'sizes'));
          expect(heldOf(all, 'sizes')?.count).toBe(all.length);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is never less than what is stored: what the notice does not describe is an error, not left out', () => {
    const at = '2026-01-01T00:00:00.000Z';
    expect(() => overview({ records: [record('x', at, { category: 'face' })] })).toThrow(
      'Record "x" is of category "face", which notice 1 does not describe',
    );
    expect(() => overview({ records: [record('x', at, { item: 'hat' })] })).toThrow('is held as "hat"');
    expect(() => overview({ records: [record('x', 'then')] })).toThrow('Record "x" is dated "then"');
    expect(() => overview({ events: [event('e', at, 'face.found')] })).toThrow('Event "e" is of category "face"');
    expect(() => overview({ events: [event('e', 'then')] })).toThrow('Event "e" is dated "then"');
  });
});

describe('what the customer got', () => {
  const at = '2026-03-01T12:00:00.000Z';

  test.each<[string, Partial<OrderLine>, object]>([
    ['nothing, at the shelf price', {}, nothing],
    ['the member price, for every piece', { priced: 'member', paid: 4500, quantity: 3 }, { member_price: 1500 }],
    ['an offer on a wish', { priced: 'wish_list_offer', paid: 4000 }, { wish_list_offer: 1000 }],
    ['a size that fitted', { size: '39', advisedSize: '39' }, { return_avoided: 1 }],
    ['no size, where another was bought than advised', { size: '40', advisedSize: '39' }, nothing],
    ['no size, where none was advised and there is none', { size: null, advisedSize: null }, nothing],
    ['an order that began with a pick', { fromPick: true }, { pick_ordered: 1 }],
    ['nothing off what went back', { priced: 'member', paid: 4500, returned: true }, nothing],
    ['no size off what went back', { size: '39', advisedSize: '39', returned: true }, nothing],
  ])('%s', (_, line, got) => {
    expect(gotOf({ records: [orderLine('l1', at, line)] })).toEqual({ ...nothing, ...got });
  });

  test('counts an order once, however many of its lines began with a pick', () => {
    const lines = ['o1', 'o1', 'o2'].map((order, index) => orderLine(`l${index}`, at, { order, fromPick: true }));
    expect(gotOf({ records: lines }).pick_ordered).toBe(2);
  });

  test('is credited to the use that declares the rule, in its own category, in the currency of the orders', () => {
    const { categories: rows } = overview({ records: [orderLine('l1', at, { priced: 'member', paid: 4500 })] });
    expect(rows.map(({ category, got }) => [category, got])).toEqual([
      ['purchases', [{ use: 'purchases.picks', counting: 'pick_ordered', amount: 0, currency: null }]],
      ['loyalty', [{ use: 'loyalty.prices', counting: 'member_price', amount: 500, currency: 'GBP' }]],
      ['wishes', [{ use: 'wishes.offers', counting: 'wish_list_offer', amount: 0, currency: 'GBP' }]],
      ['sizes', [{ use: 'sizes.advice', counting: 'return_avoided', amount: 0, currency: null }]],
      ['checkout', [{ use: 'checkout.fill', counting: 'time_saved', amount: 0, currency: null }]],
    ]);
  });

  test('is the seconds that records say they saved, whatever they are records of', () => {
    const filled = (id: string, secondsSaved: number, when = at) =>
      record(id, when, { category: 'checkout', item: 'filled', data: { secondsSaved } });
    const before = filled('before', 600, '2025-12-31T12:00:00.000Z');
    const shoe = record('shoe', at, { data: { secondsSaved: 20 } });
    expect(gotOf({ records: [filled('a', 45), filled('b', 0), before, shoe] }).time_saved).toBe(65);
  });

  test('is nothing from what was forgotten and is kept for law or contract alone, though it is held', () => {
    const line = orderLine('l1', at, { priced: 'member', paid: 4500, fromPick: true, size: '39', advisedSize: '39' });
    const time = record('t', at, { category: 'checkout', item: 'filled', data: { secondsSaved: 45 } });
    const records = [line, time].map((one) => ({ ...one, keptFor: ['purchases.fraud'] }));
    expect(gotOf({ records })).toEqual(nothing);
    expect(heldOf(records, 'purchases')?.count).toBe(1);
  });

  test('follows a line that says what it is about like any other', () => {
    expect(gotOf({ records: [orderLine('l1', at, { priced: 'member', paid: 4500, topic: 'nursery' })] })).toMatchObject(
      {
        member_price: 500,
      },
    );
  });

  test('counts from 1 January in the brand’s time zone, up to now', () => {
    const member = { priced: 'member', paid: 4999 } as const;
    const lines = [
      orderLine('before', '2025-12-31T23:59:59.999Z', member),
      orderLine('first', '2026-01-01T00:00:00.000Z', member),
      orderLine('last', NOW, member),
      orderLine('after', '2026-11-22T14:02:00.001Z', member),
    ];
    expect(gotOf({ records: lines }).member_price).toBe(2);
    const inAuckland = overview({ records: [orderLine('l1', '2025-12-31T11:00:00.000Z', member)] }, 'Pacific/Auckland');
    expect(inAuckland.categories[1]?.got[0]?.amount).toBe(1);
  });

  const line = fc.record({
    order: fc.constantFrom('o1', 'o2', 'o3'),
    product: fc.constant('p'),
    size: fc.constantFrom(null, '38', '39'),
    quantity: fc.integer({ min: 1, max: 4 }),
    shelf: fc.integer({ min: 500, max: 9000 }),
    paid: fc.integer({ min: 0, max: 500 }),
    currency: fc.constant('GBP'),
    priced: fc.constantFrom('shelf', 'member', 'wish_list_offer'),
    advisedSize: fc.constantFrom(null, '38', '39'),
    returned: fc.boolean(),
    fromPick: fc.boolean(),
  }) as fc.Arbitrary<OrderLine>;

  test('never counts a penny twice: what was saved is what was paid less than on the shelf', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const got = gotFrom(lines);
        const saved = lines
          .filter((one) => one.priced !== 'shelf' && !one.returned)
          .reduce((sum, one) => sum + (one.shelf - one.paid) * one.quantity, 0);
        expect((got['member_price'] ?? 0) + (got['wish_list_offer'] ?? 0)).toBe(saved);
      }),
      { numRuns: 100 },
    );
  });

  test('follows the orders: one line changed changes the total by that line, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), line, fc.nat(), (lines, changed, place) => {
        const where = place % lines.length;
        const old = lines[where] ?? changed;
        const before = gotFrom(lines);
        const after = gotFrom(lines.with(where, changed));
        for (const counting of ['member_price', 'wish_list_offer', 'return_avoided'] as const) {
          const difference = (after[counting] ?? 0) - (before[counting] ?? 0);
          expect(difference).toBe((gotFrom([changed])[counting] ?? 0) - (gotFrom([old])[counting] ?? 0));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is not shown at all where two uses would count the same', () => {
    const twice = exampleNotice([
      exampleCategory('a', [counts('a.one', 'member_price'), counts('a.two', 'member_price')]),
    ]);
    expect(() => overviewOf({ customer: { name: 'M' }, records: [], events: [] }, twice, LONDON, NOW)).toThrow(
      '"a.one" and "a.two" both count by "member_price"',
    );
  });

  test.each<[string, Record<string, string | number | boolean | null>, RegExp]>([
    ['a field left open', { returned: null }, /Record "l1" is held as an order line but is none: returned is neither/],
    ['a price in pounds', { paid: 49.99 }, /paid is no whole number of minor units/],
    ['a negative price', { shelf: -1 }, /shelf is below 0/],
    ['no pieces', { quantity: 0 }, /quantity is below 1/],
    ['a size that is a number', { size: 39 }, /size is neither a size nor null/],
    ['a reason for the price that is none', { priced: 'gift' }, /priced is neither shelf, member nor wish_list_offer/],
    ['a field that nobody counts', { discount: 5 }, /data has also discount/],
    ['a topic that is none', { topic: '' }, /topic is empty/],
    ['a member price above the shelf', { priced: 'member', paid: 6000 }, /paid is above the shelf price/],
  ])('is not counted from a line with %s: that is an error with its name', (_, data, message) => {
    const broken = record('l1', at, { category: 'purchases', item: 'order_line', data: { ...shelfLine, ...data } });
    expect(() => overview({ records: [broken] })).toThrow(message);
  });

  test('is not added up over two currencies', () => {
    const lines = [orderLine('l1', at), orderLine('l2', at, { order: 'o2', currency: 'EUR' })];
    expect(() => overview({ records: lines })).toThrow('Order "o2" is in EUR and others are in GBP');
  });
});

const usedOn = (events: UsageEvent[], zone = LONDON, now = NOW) =>
  overview({ events }, zone, now).categories[0]?.usedDays ?? [];

/** An event at each hour of 25, from a moment on. */
const hours = (day: string) =>
  Array.from({ length: 25 }, (_, hour) => event(`${hour}`, new Date(Date.parse(day) + hour * 3_600_000).toISOString()));

describe('when it was used', () => {
  test('has a number for every day from 1 January to today', () => {
    expect(usedOn([])).toHaveLength(326);
    expect(usedOn([], LONDON, '2026-01-01T00:00:00.000Z')).toEqual([0]);
    expect(usedOn([], LONDON, '2024-12-31T12:00:00.000Z')).toHaveLength(366);
    expect(overview({}).since).toBe('2026-01-01');
    expect(overview({}, 'Pacific/Auckland', '2026-12-31T11:30:00.000Z').since).toBe('2027-01-01');
  });

  test('counts each hour of the days on which clocks change once, in its day', () => {
    // Sunday 29 March 2026 has 23 hours, 25 October has 25.
    expect(usedOn(hours('2026-03-29T00:00:00.000Z')).slice(86, 90)).toEqual([0, 23, 2, 0]);
    expect(usedOn(hours('2026-10-24T23:00:00.000Z')).slice(296, 299)).toEqual([0, 25, 0]);
  });

  test('puts every event of the year into the day that the calendar says, once', () => {
    const instant = fc
      .integer({ min: Date.parse('2025-12-30'), max: Date.parse('2026-11-24') })
      .map((ms) => new Date(ms).toISOString());
    fc.assert(
      fc.property(
        fc.array(instant, { maxLength: 40 }),
        fc.constantFrom(LONDON, 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        (instants, zone) => {
          const used = usedOn(
            instants.map((at, index) => event(`e${index}`, at)),
            zone,
          );
          const told = instants.filter((at) => at <= NOW && dayOf(at, zone) >= '2026-01-01');
          expect(used.reduce((sum, count) => sum + count, 0)).toBe(told.length);
          for (const at of told) {
            const index = Math.round((Date.parse(dayOf(at, zone)) - Date.parse('2026-01-01')) / 86_400_000);
            expect(used[index]).toBe(told.filter((other) => dayOf(other, zone) === dayOf(at, zone)).length);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** Moments that go back from now, a good half hour each. */
const back = (index: number) => new Date(Date.parse(NOW) - index * 2_000_000).toISOString();

describe('the overview', () => {
  test('is what the contract says, of every category of the notice in its order', () => {
    const held = overview({
      records: [orderLine('l1', '2026-03-01T12:00:00.000Z'), record('a', '2020-01-01T00:00:00Z')],
      events: [event('e', NOW)],
    });
    expect(Overview.parse(held)).toEqual(held);
    expect(held.categories.map((one) => one.category)).toEqual(categories.map((one) => one.id));
    expect(held).toMatchObject({ asOf: NOW, customer: { name: 'Maya' } });
  });

  test('says of a category that was forgotten as a whole when that was, and of no other', () => {
    const gone = { category: 'sizes', at: NOW, backupsUntil: '2026-12-22', removed: 4, kept: 0, keptFor: [] };
    const rows = overview({ forgotten: [gone] }).categories;
    expect(rows.filter((row) => 'forgotten' in row)).toEqual([expect.objectContaining({ forgotten: gone })]);
    expect(rows.find(({ forgotten }) => forgotten)?.category).toBe('sizes');
  });

  test('of a long life asks the calendar for days, not for records', () => {
    const made = vi.spyOn(Intl, 'DateTimeFormat');
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    const records = Array.from({ length: 10_000 }, (_, index) =>
      index % 10 === 0 ? orderLine(`l${index}`, back(index)) : record(`r${index}`, back(index)),
    );
    const events = Array.from({ length: 5000 }, (_, index) => event(`e${index}`, back(index * 3)));
    expect(overview({ records, events }, 'Europe/Dublin').categories[0]?.held.count).toBe(1000);
    expect(made.mock.calls).toHaveLength(1);
    expect(asked.mock.calls.length).toBeLessThan(366);
    vi.restoreAllMocks();
  });
});
