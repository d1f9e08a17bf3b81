import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Ledger, type Benefit } from '#contract/benefits.ts';
import { frozen } from './arbitraries.ts';
import { dayOf } from './days.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';
import { holding, holdings, LONDON, NOW, notice, orderLine, orderLines, record } from './holdings-arbitraries.ts';
import { ledgerOf } from './ledger.ts';
import { orderLineOf } from './order-line.ts';
import { overviewOf } from './overview.ts';

const zones = fc.constantFrom(LONDON, 'Pacific/Auckland', 'America/Los_Angeles');
const ledger = (records: readonly HoldingRecord[], year: number | null = null, zone = LONDON) =>
  ledgerOf(frozen(holding(records)), notice, year, zone, NOW);
const saved = { priced: 'member', paid: 4500 } as const;

/** The totals of a ledger, by use. */
function sumsOf(benefits: readonly Benefit[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { use, amount } of benefits) sums[use] = (sums[use] ?? 0) + amount;
  return sums;
}

/** The totals of the overview, by use; those of nothing are left out. */
const gotOf = (held: Holdings, zone: string): Record<string, number> =>
  Object.fromEntries(
    overviewOf(held, notice, zone, NOW)
      .categories.flatMap((one) => one.got)
      .filter(({ amount }) => amount > 0)
      .map(({ use, amount }) => [use, amount]),
  );

const isOfRemoved = ({ id }: Benefit): boolean => id.startsWith('b:removed:');
const isPick = ({ counting }: Benefit): boolean => counting === 'pick_ordered';

/** All benefits of all years. */
const everything = (records: readonly HoldingRecord[]): Benefit[] =>
  [2024, 2025, 2026].flatMap((year) => ledger(records, year).benefits);

describe('the ledger', () => {
  test('has each benefit with its day, its use, its rule and what it was', () => {
    const found = ledger([
      orderLine('a', { ...saved, quantity: 2, size: '39', advisedSize: '39', order: 'o1', fromPick: true }),
      record('b', { category: 'checkout', item: 'filled', at: '2026-04-01T12:00:00Z', data: { secondsSaved: 45 } }),
    ]);
    const first = { at: '2026-03-01T12:00:00.000Z', label: 'Label a' };
    expect(found.benefits[0]).toEqual({
      id: 'b:b:time_saved',
      at: '2026-04-01T12:00:00Z',
      use: 'checkout.fill',
      counting: 'time_saved',
      amount: 45,
      currency: null,
      label: 'Label b',
    });
    expect(found.benefits.slice(1).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      {
        ...first,
        id: 'b:a:member_price',
        use: 'loyalty.prices',
        counting: 'member_price',
        amount: 1000,
        currency: 'GBP',
      },
      { ...first, id: 'b:a:pick_ordered', use: 'purchases.picks', counting: 'pick_ordered', amount: 1, currency: null },
      {
        ...first,
        id: 'b:a:return_avoided',
        use: 'sizes.advice',
        counting: 'return_avoided',
        amount: 1,
        currency: null,
      },
    ]);
    expect(found).toMatchObject({ asOf: NOW, year: 2026, years: [2026] });
  });

  test('says nothing where nothing came back yet, in a year of which nothing is held as well', () => {
    expect(ledger([])).toEqual({ asOf: NOW, year: 2026, years: [2026], benefits: [] });
    expect(ledger([orderLine('a')], 2023)).toEqual({ asOf: NOW, year: 2023, years: [2026, 2023], benefits: [] });
  });

  test('has no entry of nothing: an offer at the shelf price saved nothing', () => {
    const none = record('b', { category: 'checkout', item: 'filled', data: { secondsSaved: 0 } });
    expect(ledger([orderLine('a', { priced: 'member' }), none]).benefits).toEqual([]);
  });

  test('names the years of which anything is held, by the calendar of the brand', () => {
    const records = [
      record('a', { at: '2019-07-01T12:00:00.000Z' }),
      record('b', { at: '2025-12-31T11:30:00.000Z' }),
      record('to come', { at: '2027-01-01T12:00:00.000Z' }),
    ];
    expect(ledger(records).years).toEqual([2026, 2025, 2019]);
    expect(ledger(records, null, 'Pacific/Auckland').years).toEqual([2026, 2019]);
    const atNewYear = [record('c', { at: '2025-01-01T04:00:00.000Z' })];
    expect(ledger(atNewYear, null, 'America/New_York').years).toEqual([2026, 2024]);
  });

  test('counts an order that began with picks once, by the first of its lines that did', () => {
    const picked = { order: 'o1', fromPick: true };
    const lines = [
      orderLine('z', picked),
      orderLine('b', picked, { at: '2025-12-31T12:00:00.000Z' }),
      orderLine('a', picked, { at: '2025-12-31T12:00:00.000Z' }),
      orderLine('0', { order: 'o1' }, { at: '2025-12-01T12:00:00.000Z' }),
    ];
    expect(ledger(lines, 2025).benefits.map(({ id }) => id)).toEqual(['b:a:pick_ordered']);
    expect(ledger(lines, 2026).benefits).toEqual([]);
  });

  test('counts nothing from what is kept for law or contract alone', () => {
    const all = { ...saved, fromPick: true, size: '39', advisedSize: '39' };
    const kept = { keptFor: ['purchases.accounts'] };
    const time = record('b', { category: 'checkout', item: 'filled', data: { secondsSaved: 45 }, ...kept });
    expect(ledger([orderLine('a', all, kept), time]).benefits).toEqual([]);
  });

  test('counts no rule that no use declares', () => {
    const without = { ...notice, categories: notice.categories.filter(({ id }) => id !== 'loyalty') };
    expect(ledgerOf(holding([orderLine('a', saved)]), without, null, LONDON, NOW).benefits).toEqual([]);
  });

  test.each([[-1], [1.5], ['45'], [true]])(
    'does not count %j seconds: that is an error with its name',
    (secondsSaved) => {
      const broken = record('b', { category: 'checkout', item: 'filled', data: { secondsSaved } });
      expect(() => ledger([broken])).toThrow(`Record "b" says that it saved ${JSON.stringify(secondsSaved)} seconds`);
    },
  );

  test('adds up to what the overview says, for whatever is held', () => {
    fc.assert(
      fc.property(holdings, zones, (held, zone) => {
        const found = ledgerOf(frozen(held), notice, null, zone, NOW);
        expect(sumsOf(found.benefits)).toEqual(gotOf(held, zone));
        expect(Ledger.parse(found)).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });

  test('has each benefit in one year, its own, newest first, and no benefit twice', () => {
    fc.assert(
      fc.property(holdings, zones, ({ records }, zone) => {
        const all = [2024, 2025, 2026, 2027].flatMap((year) => {
          const { benefits } = ledger(records, year, zone);
          expect(benefits.filter(({ at }) => Number(dayOf(at, zone).slice(0, 4)) !== year)).toEqual([]);
          const times = benefits.map(({ at }) => Date.parse(at));
          expect(times).toEqual(times.toSorted((a, b) => b - a));
          return benefits;
        });
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        const live = records.filter((one) => !one.keptFor && one.item === 'order_line' && one.at <= NOW);
        const picked = live.map(orderLineOf).filter((line) => line.fromPick);
        expect(all.filter(({ counting }) => counting === 'pick_ordered')).toHaveLength(
          new Set(picked.map((line) => line.order)).size,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('follows the orders: without a line, ledger and overview are less by its entries, and by nothing else', () => {
    fc.assert(
      fc.property(holdings, orderLines, fc.nat(), (held, line, place) => {
        const removed = orderLine('removed', line, { at: '2026-03-01T12:00:00.000Z' });
        const before = { ...held, records: held.records.toSpliced(place % (held.records.length + 1), 0, removed) };
        const [more, less] = [everything(before.records), everything(held.records)];
        expect(less.filter((one) => !isPick(one))).toEqual(more.filter((one) => !isPick(one) && !isOfRemoved(one)));

        // An order is still one that began with a pick while another of its lines did.
        const order = orderLineOf(removed).order;
        const others = held.records.filter((one) => one.item === 'order_line' && !one.keptFor && one.at <= NOW);
        const stillPicked = others.map(orderLineOf).some((one) => one.fromPick && one.order === order);
        const lost = orderLineOf(removed).fromPick && !stillPicked ? 1 : 0;
        expect(less.filter(isPick)).toHaveLength(more.filter(isPick).length - lost);
        for (const of of [before, held]) {
          expect(gotOf(of, LONDON)).toEqual(sumsOf(ledger(of.records).benefits));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('of a long life asks the calendar for years, not for records', () => {
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    const records = Array.from({ length: 20_000 }, (_, index) =>
      orderLine(`l${index}`, saved, { at: new Date(Date.parse(NOW) - index * 5_000_000).toISOString() }),
    );
    expect(ledger(records).years).toEqual([2026, 2025, 2024, 2023]);
    expect(asked.mock.calls.length).toBeLessThan(40);
    vi.restoreAllMocks();
  });
});
