import { beforeAll, describe, expect, test } from 'vitest';
import { readBrand } from '#brands/in-browser.ts';
import type { Notice } from '#contract/notice.ts';
import { dayOf, startOfDay } from '#rules/days.ts';
import { addToInstant } from '#rules/duration.ts';
import { demoCustomer, personas, type DemoCustomer } from './customer.ts';
import { alwaysOn, lasting, onUnlessObjected } from './decisions.ts';
import { isOptional } from '#rules/options.ts';

const zone = 'Europe/London';
/** Days on which a year begins, ends, leaps and changes its clocks. */
const days = ['2026-11-22', '2026-01-03', '2026-03-30', '2027-07-15', '2028-02-29'] as const;

let notice: Notice;
beforeAll(async () => {
  const found = (await readBrand('halden-row')).notices['en-GB'];
  if (!found) throw new Error('Halden & Row speaks no British English.');
  notice = found.notice;
});

const countOf = (customer: DemoCustomer, category: string, item?: string): number =>
  customer.holdings.records.filter((one) => one.category === category && (item === undefined || one.item === item))
    .length;

describe('A made-up customer', () => {
  test('is the same on the same day, and another one on another day', () => {
    for (const persona of personas) {
      const once = demoCustomer(persona, '2026-11-22', zone);
      expect(demoCustomer(persona, '2026-11-22', zone)).toEqual(once);
      expect(demoCustomer(persona, '2026-11-23', zone)).not.toEqual(once);
    }
  });

  test('that nobody wrote is refused by name', () => {
    expect(() => demoCustomer('bob', '2026-11-22', zone)).toThrow('no customer "bob"');
  });

  test.each(days)('holds nothing on %s that the notice does not tell of, or no longer', (today) => {
    const now = startOfDay(today, zone);
    for (const persona of personas) {
      const { records, events } = demoCustomer(persona, today, zone).holdings;
      const untold = records.filter(
        ({ category, item, label }) =>
          label === '' || !notice.categories.find((one) => one.id === category)?.items.some((one) => one.id === item),
      );
      expect(untold).toEqual([]);
      const kept = new Map(notice.categories.map(({ id, retention }) => [id, retention.period]));
      const expired = records.filter(({ category, at }) => addToInstant(at, kept.get(category) ?? 'P1D') < now);
      expect(expired).toEqual([]);
      const uses = new Set(notice.categories.flatMap((category) => category.uses.map((use) => use.id)));
      expect(events.filter((event) => !uses.has(event.use))).toEqual([]);
    }
  });

  test.each(days)('is told in the order of time, each thing once and nothing ahead of %s', (today) => {
    for (const persona of personas) {
      const { records, events } = demoCustomer(persona, today, zone).holdings;
      for (const list of [records, events]) {
        expect(list.map((one) => one.at)).toEqual(list.map((one) => one.at).toSorted());
        const ids = list.map((one) => one.id);
        expect(ids).toEqual([...new Set(ids)]);
        // An answer goes by its question; everything else is numbered as it happened.
        const numbered = ids.filter((id) => !id.startsWith('answer.'));
        expect(numbered).toEqual(numbered.toSorted());
        expect(list.filter((one) => one.at >= startOfDay(today, zone))).toEqual([]);
      }
    }
  });

  test('follows the notice in what needs a yes, what runs until she objects, and how long a yes lasts', () => {
    const all = notice.categories.flatMap((category) => category.uses);
    const ids = (chosen: typeof all): string[] => chosen.map((use) => use.id).toSorted();
    expect([...onUnlessObjected].toSorted()).toEqual(ids(all.filter((use) => use.basis === 'legitimate_interest')));
    expect([...alwaysOn].toSorted()).toEqual(ids(all.filter((use) => !isOptional(use))));
    const lapsing = all.filter((use) => use.lasts !== null).map((use) => [use.id, use.lasts]);
    expect(lasting).toEqual(Object.fromEntries(lapsing));
  });
});

describe('Maya', () => {
  test.each(days)('has on %s a life behind her: three years, something in every kind of data', (today) => {
    const maya = demoCustomer('maya', today, zone);
    expect(notice.categories.filter(({ id }) => countOf(maya, id) === 0)).toEqual([]);
    expect(countOf(maya, 'purchases', 'order_line')).toBeGreaterThanOrEqual(400);
    expect(countOf(maya, 'browsing', 'page')).toBeGreaterThanOrEqual(5_000);
    expect(countOf(maya, 'location', 'place')).toBeGreaterThanOrEqual(300);
    const first = maya.holdings.records[0]?.at ?? today;
    expect(Date.parse(today) - Date.parse(first)).toBeGreaterThan(1_080 * 86_400_000);
  });

  test('is made quickly enough to be made while somebody waits', () => {
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      demoCustomer('maya', '2026-11-22', zone);
      return process.cpuUsage(start).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(150);
  });

  test('has no number from which a card could be charged', () => {
    const labels = demoCustomer('maya', '2026-11-22', zone).holdings.records.map((one) => one.label);
    expect(labels.filter((label) => /\d{12}/.test(label.replaceAll(' ', '')) && !label.startsWith('+44'))).toEqual([]);
    expect(labels).toContain('Card ending 4417');
  });

  test.each(days)('on %s lives in Leeds until she moves, and then in York', (today) => {
    const towns = demoCustomer('maya', today, zone)
      .holdings.records.filter((one) => one.item === 'order')
      .map((one) => one.data['to']);
    expect(new Set(towns)).toEqual(new Set(['Leeds', 'York']));
    expect(towns.lastIndexOf('Leeds')).toBeLessThan(towns.indexOf('York'));
  });

  test.each(days)('on %s buys coats when it gets cold, gifts in December, and a cot in her third year', (today) => {
    const lines = demoCustomer('maya', today, zone).holdings.records.filter((one) => one.item === 'order_line');
    const months = (product: string): number[] =>
      lines.filter((one) => one.data['product'] === product).map((one) => Number(dayOf(one.at, zone).slice(5, 7)));
    expect(months('wool-coat').every((month) => month >= 9 && month <= 11)).toBe(true);
    expect(months('tree-baubles-set-of-12').every((month) => month === 12)).toBe(true);
    const cot = lines.find((one) => one.data['product'] === 'cot-beech');
    expect(Date.parse(today) - Date.parse(cot?.at ?? '')).toBeLessThan(365 * 86_400_000);
  });

  test('sends back less once her sizes are known', () => {
    const { records } = demoCustomer('maya', '2026-11-22', zone).holdings;
    const returns = records.filter((one) => one.item === 'return');
    const year = (from: string, to: string): number => returns.filter((one) => one.at >= from && one.at < to).length;
    expect(year('2023-11-22', '2024-11-22')).toBeGreaterThan(year('2025-11-22', '2026-11-22'));
  });
});

describe('Noor', () => {
  test('has been here for five days: one order, two evenings, nothing decided, much still empty', () => {
    const noor = demoCustomer('noor', '2026-11-22', zone);
    expect(noor.decisions).toEqual([]);
    expect(countOf(noor, 'purchases', 'order')).toBe(1);
    const evenings = noor.holdings.records.filter((one) => one.item === 'page').map((one) => dayOf(one.at, zone));
    expect([...new Set(evenings)]).toEqual(['2026-11-17', '2026-11-18']);
    const empty = notice.categories.filter((category) => countOf(noor, category.id) === 0).map((one) => one.id);
    expect(empty).toEqual([
      'sizes',
      'wish_lists',
      'loyalty',
      'reviews',
      'answers',
      'access',
      'location',
      'interests',
      'bought',
    ]);
  });
});
