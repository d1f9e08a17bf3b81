import { describe, expect, test } from 'vitest';
import type { HoldingRecord, Holdings } from './holdings.ts';
import { lastHereOf, visited } from './visit.ts';

const about = { visits: 'account.visit' };
const held = (...records: HoldingRecord[]): Holdings => ({ customer: { name: 'Robin' }, records, events: [] });
const visit = (at: string, before: string | null = null): HoldingRecord => ({
  id: 'v',
  category: 'account',
  item: 'visit',
  at,
  label: 'Your last visit',
  data: { before },
});
const noon = '2026-11-22T12:00:00.000Z';

describe('the record of the last visit', () => {
  test('is made at the first, and then nobody was here before', () => {
    const made = visited(held(), about, 'Your last visit', noon);
    expect(made).toEqual({ ...visit(noon), id: 'visit' });
    expect(lastHereOf(held(made as HoldingRecord), about)).toBeNull();
  });

  test('is replaced at the next, and remembers the one before', () => {
    const before = '2026-11-12T09:00:00.000Z';
    const made = visited(held(visit(before, '2026-10-01T09:00:00.000Z')), about, 'Your last visit', noon);
    expect(made).toEqual(visit(noon, before));
    expect(lastHereOf(held(made as HoldingRecord), about)).toBe(before);
  });

  test('stays as it is for whoever comes back within half an hour', () => {
    expect(visited(held(visit('2026-11-22T11:30:00.001Z')), about, 'Your last visit', noon)).toBeNull();
    expect(visited(held(visit('2026-11-22T11:30:00.000Z')), about, 'Your last visit', noon)).not.toBeNull();
  });

  test('is not kept where the brand remembers no visits', () => {
    expect(visited(held(), { visits: null }, 'Your last visit', noon)).toBeNull();
    expect(lastHereOf(held(visit(noon, noon)), { visits: null })).toBeNull();
  });
});
