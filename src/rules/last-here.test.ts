import { describe, expect, test } from 'vitest';
import { about, event, holding, LONDON, NOW, notice, record } from './holdings-arbitraries.ts';
import type { HoldingRecord, UsageEvent } from './holdings.ts';
import { overviewOf } from './overview.ts';

const before = '2026-11-12T09:00:00.000Z';
const since = '2026-11-12T09:00:00.001Z';
const visit = (more: Partial<HoldingRecord> = {}): HoldingRecord =>
  record('visit', { category: 'account', item: 'visit', at: NOW, data: { before }, ...more });

const lastHere = (records: HoldingRecord[], events: UsageEvent[] = []) =>
  overviewOf(holding(records, { events }), notice, LONDON, NOW, about).lastHere;

describe('since the customer was last here', () => {
  test('data was used so often, under these uses, most often first, and so many records came', () => {
    const records = [
      visit(),
      record('then', { at: before }),
      record('new', { at: since }),
      record('now', { at: NOW }),
      record('to come', { at: '2026-11-22T14:02:00.001Z' }),
    ];
    const events = [
      event('then', { at: before }),
      event('a', { at: since, use: 'sizes.advice' }),
      event('b', { at: NOW }),
      event('c', { at: '2026-11-13T12:00:00Z' }),
      event('to come', { at: '2026-11-22T14:02:00.001Z', use: 'account.run' }),
    ];
    expect(lastHere(records, events)).toEqual({
      at: before,
      times: 3,
      uses: ['purchases.picks', 'sizes.advice'],
      records: 2,
    });
  });

  test('nothing happened is said as that', () => {
    expect(lastHere([visit()])).toEqual({ at: before, times: 0, uses: [], records: 0 });
  });

  test('what is kept for law or contract alone is nothing new', () => {
    expect(lastHere([visit(), record('new', { at: since, keptFor: ['account.run'] })])?.records).toBe(0);
  });

  test('is not told at the first visit, where the visits were forgotten, or where nobody remembers', () => {
    expect(lastHere([])).toBeUndefined();
    expect(lastHere([visit({ data: { before: null } })])).toBeUndefined();
    expect(lastHere([visit({ keptFor: ['account.run'] })])).toBeUndefined();
    const held = holding([visit()]);
    expect(overviewOf(held, notice, LONDON, NOW).lastHere).toBeUndefined();
    expect(overviewOf(held, notice, LONDON, NOW, { visits: null }).lastHere).toBeUndefined();
  });
});
