import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yearOf } from './year.ts';

test('days are counted from the first of January, over every category', () => {
  const year = yearOf([[1, 0, 2], [0, 0, 1, 0], []], '2026-01-01');
  expect(year).toMatchObject({
    year: 2026,
    times: 4,
    days: 2,
    busiest: { date: '2026-01-03', times: 3 },
    last: '2026-01-03',
  });
  expect(year.months[0]).toEqual({
    month: 1,
    times: 4,
    days: [
      { day: 1, times: 1 },
      { day: 3, times: 3 },
    ],
  });
});

test('a leap day has its place', () => {
  const counts = Array.from({ length: 60 }, (_, at) => (at === 59 ? 5 : 0));
  expect(yearOf([counts], '2028-01-01').last).toBe('2028-02-29');
  expect(yearOf([counts], '2026-01-01').last).toBe('2026-03-01');
});

test('a year without use has twelve empty months', () => {
  expect(yearOf([], '2026-01-01')).toMatchObject({ times: 0, days: 0, busiest: null, last: null });
  expect(yearOf([], '2026-01-01').months).toHaveLength(12);
});

test('nothing is lost or counted twice on the way into months and days', () => {
  const days = fc.array(fc.nat({ max: 40 }), { maxLength: 366 });
  fc.assert(
    fc.property(fc.array(days, { maxLength: 4 }), (counts) => {
      const year = yearOf(counts, '2028-01-01');
      const sum = counts.flat().reduce((total, one) => total + one, 0);
      const inMonths = year.months.flatMap((month) => month.days);
      expect(year.times).toBe(sum);
      expect(inMonths.reduce((total, { times }) => total + times, 0)).toBe(sum);
      expect(inMonths).toHaveLength(year.days);
    }),
  );
});
