import { expect, test } from 'vitest';
import type { Overview } from '#contract/overview.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { marksOfDays, marksOfMonths, stripsOf } from './strips.model.ts';

const notice = exampleNotice(
  ['orders', 'pages', 'looks'].map((id) => exampleCategory(id, [exampleUse(`${id}.picks`)])),
);
const used = (category: string, usedDays: readonly number[]): Overview['categories'][number] => ({
  category,
  held: { count: 0, oldest: null, newest: null, values: {}, sample: [] },
  got: [],
  usedDays: [...usedDays],
});
/** On 1 and 2 January, on 2 February. */
const pages = [1, 2, ...Array.from({ length: 30 }, () => 0), 4];
const overview: Overview = {
  asOf: '2026-02-02T23:30:00.000Z',
  since: '2026-01-01',
  customer: { name: 'Maya' },
  categories: [used('pages', pages), used('orders', [0, 3]), used('looks', [0, 0])],
};
const strips = (only?: string, zone = 'Europe/London') => stripsOf(overview, notice, zone, only);

test('each kind of data that was used has its strip, in the order of the notice', () => {
  expect(strips().strips.map(({ category }) => category)).toEqual(['orders', 'pages']);
  expect(strips('pages').strips.map(({ category }) => category)).toEqual(['pages']);
});

test('a month counts all strips, and leads to its last day or to today', () => {
  expect(strips().months.slice(0, 3)).toEqual([
    { month: 1, times: 6, until: '2026-01-31' },
    { month: 2, times: 4, until: '2026-02-02' },
    { month: 3, times: 0, until: '2026-02-02' },
  ]);
  expect(strips(undefined, 'Asia/Tokyo').months[1]?.until).toBe('2026-02-03');
});

test('a strip has a mark for each day, and a bar for each month that is as tall as the month was busy', () => {
  const strip = strips('pages').strips[0];
  if (!strip) throw new Error('There is no strip.');
  expect(marksOfDays(2026, strip, 16)).toBe('M0.016 16v-16M0.048 16v-16M1.054 16v-16');
  expect(marksOfMonths(strip, 16)).toBe('M0.12 16v-12.8h.76V16zM1.12 16v-16.0h.76V16z');
});
