import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byDay } from './by-day.ts';
import { dayOf } from './days.ts';

const at = (instant: string) => ({ at: instant });

test('a moment belongs to the day that its clock shows, also in the night in which clocks change', () => {
  const things = ['2026-10-26T00:10:00.000Z', '2026-10-25T23:50:00.000Z', '2026-10-24T22:59:00.000Z'].map(at);
  expect(byDay(things, 'Europe/London').map(({ day, those }) => [day, those.length])).toEqual([
    ['2026-10-26', 1],
    ['2026-10-25', 1],
    ['2026-10-24', 1],
  ]);
  expect(byDay(things, 'Asia/Tokyo').map(({ day }) => day)).toEqual(['2026-10-26', '2026-10-25']);
});

test('nothing is in no day', () => expect(byDay([], 'UTC')).toEqual([]));

test.each(['UTC', 'Europe/London', 'Pacific/Apia', 'Australia/Lord_Howe'])(
  'in %s nothing is lost or moved, each day stands once, and all of it is of its day',
  (zone) => {
    const moments = fc.array(fc.integer({ min: Date.UTC(2011, 11, 1), max: Date.UTC(2012, 11, 31) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(moments, fc.boolean(), (all, newestFirst) => {
        const sorted = all.toSorted((a, b) => (newestFirst ? b - a : a - b));
        const things = sorted.map((ms) => at(new Date(ms).toISOString()));
        const days = byDay(things, zone);
        expect(days.flatMap(({ those }) => those)).toEqual(things);
        expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
        for (const { day, those } of days) for (const one of those) expect(dayOf(one.at, zone)).toBe(day);
      }),
    );
  },
);
