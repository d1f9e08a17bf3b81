import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { benefit, english } from './example-ledger.ts';
import { chartOf, monthsOf, monthRowsOf } from './months.model.ts';
import { totalOf } from './worth.model.ts';

const zone = 'Europe/London';

test('a month is one of the brand’s zone, not of UTC', () => {
  // 00:30 in London on 1 June 2026.
  const night = benefit('club.prices', '2026-05-31T23:30:00.000Z', 100);
  expect(monthsOf([night], zone)[5]?.benefits).toEqual([night]);
  expect(monthsOf([night], 'America/New_York')[4]?.benefits).toEqual([night]);
});

test('the tallest bar is the best month, and a month with nothing has none', () => {
  const chart = chartOf(
    english,
    [benefit('club.prices', '2026-01-10T10:00:00.000Z', 800), benefit('club.prices', '2026-03-10T10:00:00.000Z', 200)],
    zone,
  );
  expect(chart?.bars.map(({ height }) => height)).toEqual([1, 0, 0.25, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(chart?.bars[0]?.text).toBe('£8.00');
  expect(chart?.bars[1]?.text).toBe('');
});

test('where no money came back, the chart is of what did; where nothing did, there is none', () => {
  expect(chartOf(english, [benefit('sizes.advice', '2026-03-10T10:00:00.000Z', 1)], zone)?.kind).toEqual({
    counting: 'return_avoided',
  });
  expect(chartOf(english, [], zone)).toBeNull();
});

test('the table says of each month what the chart does, and all else that came back', () => {
  const rows = monthRowsOf(
    english,
    [
      benefit('club.prices', '2026-01-10T10:00:00.000Z', 800),
      benefit('pay.card', '2026-01-11T10:00:00.000Z', 45),
      benefit('sizes.advice', '2026-12-31T10:00:00.000Z', 1),
    ],
    zone,
    { currency: 'GBP' },
  );
  expect(rows).toHaveLength(12);
  expect(rows[0]).toEqual({ month: 1, charted: '£8.00', also: '<b>45 seconds</b> saved' });
  expect(rows[1]).toEqual({ month: 2, charted: '–', also: '–' });
  expect(rows[11]).toEqual({ month: 12, charted: '–', also: '<b>1 return</b> avoided' });
});

test('whatever came back when, the months together are the year', () => {
  const one = fc.record({ day: fc.integer({ min: 0, max: 364 }), amount: fc.integer({ min: 1, max: 9_999 }) });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), (given) => {
      const benefits = given.map(({ day, amount }) =>
        benefit('club.prices', new Date(Date.UTC(2026, 0, 1, 12) + day * 86_400_000).toISOString(), amount),
      );
      const kind = { currency: 'GBP' };
      const byMonth = monthsOf(benefits, zone).reduce((sum, month) => sum + totalOf(month.benefits, kind), 0);
      expect(byMonth).toBe(totalOf(benefits, kind));
    }),
  );
});
