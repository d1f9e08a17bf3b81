import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ActivityPage, type ActivityFilter } from '#contract/activity.ts';
import { activityPageOf } from './activity.ts';
import { frozen } from './arbitraries.ts';
import { dayOf } from './days.ts';
import type { UsageEvent } from './holdings.ts';
import { about, event, holdings, LONDON, notice } from './holdings-arbitraries.ts';
import { categoryOf } from './told.ts';

const page = (events: readonly UsageEvent[], filter: ActivityFilter = {}, zone = LONDON) =>
  activityPageOf(frozen({ events }), notice, about, filter, zone);
const idsOf = (events: readonly UsageEvent[], filter: ActivityFilter = {}, zone = LONDON) =>
  page(events, filter, zone)?.events.map(({ id }) => id);

const events = [
  event('a', { data: { picked: 6 } }),
  event('b', { use: 'purchases.deliver', data: null }),
  event('c', { use: 'sizes.advice', at: '2026-04-01T22:59:59Z' }),
  event('d', { at: '2026-04-01T23:00:00.000Z' }),
];

describe('the activity', () => {
  test('is newest first, each with its facts; what was forgotten has none', () => {
    expect(page(events)).toEqual({
      events: [
        { id: 'd', use: 'purchases.picks', at: '2026-04-01T23:00:00.000Z', values: {} },
        { id: 'c', use: 'sizes.advice', at: '2026-04-01T22:59:59Z', values: {} },
        { id: 'b', use: 'purchases.deliver', at: '2026-03-01T12:00:00.000Z', values: null },
        { id: 'a', use: 'purchases.picks', at: '2026-03-01T12:00:00.000Z', values: { picked: 6 } },
      ],
      count: 4,
      next: null,
      said: { 'purchases.picks': 'We picked {picked}.', 'purchases.deliver': 'We sent your order.' },
    });
  });

  test('comes with the sentences of the uses on the page, and no others', () => {
    expect(page(events, { limit: 2 })?.said).toEqual({ 'purchases.picks': 'We picked {picked}.' });
    expect(page(events, { use: 'sizes.advice' })?.said).toEqual({});
  });

  test('is that of a category, of a use, or up to the end of a day of the brand’s calendar', () => {
    expect(idsOf(events, { category: 'purchases' })).toEqual(['d', 'b', 'a']);
    expect(idsOf(events, { use: 'purchases.picks' })).toEqual(['d', 'a']);
    expect(idsOf(events, { category: 'sizes', use: 'purchases.picks' })).toEqual([]);
    expect(idsOf(events, { until: '2026-04-01' })).toEqual(['c', 'b', 'a']);
    expect(idsOf(events, { until: '2026-04-01' }, 'America/New_York')).toEqual(['d', 'c', 'b', 'a']);
    expect(idsOf(events, { until: '2026-02-28' })).toEqual([]);
  });

  test('page by page is all that fits the filter, without gap or repeat', () => {
    const filters = fc.record(
      {
        category: fc.constantFrom('purchases', 'sizes'),
        use: fc.constantFrom('purchases.picks', 'sizes.advice'),
        until: fc.constantFrom('2025-12-31', '2026-06-01'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(holdings, filters, fc.integer({ min: 1, max: 5 }), (held, filter, limit) => {
        const read: string[] = [];
        let next: string | null | undefined;
        do {
          const one = page(held.events, { ...filter, limit, ...(next != null && { cursor: next }) });
          expect(ActivityPage.parse(one)).toEqual(one);
          read.push(...(one?.events ?? []).map(({ id }) => id));
          next = one?.next;
        } while (next != null);
        const fits = held.events.filter(
          ({ use, at }) =>
            (filter.category === undefined || categoryOf(use) === filter.category) &&
            (filter.use === undefined || use === filter.use) &&
            (filter.until === undefined || dayOf(at, LONDON) <= filter.until),
        );
        expect(new Set(read)).toEqual(new Set(fits.map(({ id }) => id)));
        expect(read).toHaveLength(fits.length);
      }),
      { numRuns: 60 },
    );
  });

  test('goes on from nothing that is no cursor', () => {
    expect(page(events, { cursor: '2' })).toBeNull();
  });

  test('is never less than what happened: what the notice does not describe is an error, not left out', () => {
    expect(() => page([event('x', { use: 'face.found' })])).toThrow('Event "x" is of category "face"');
    expect(() => page([event('x', { at: 'then' })])).toThrow('Event "x" is dated "then"');
  });
});
