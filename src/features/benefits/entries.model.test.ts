import { expect, test } from 'vitest';
import { entriesOf } from './entries.model.ts';
import { benefit, english, ledger, notice } from './example-ledger.ts';
import { isUnderWay, summaryOf } from './year.model.ts';

const zone = 'Europe/London';
const year = ledger([
  benefit('club.prices', '2026-11-09T10:00:00.000Z', 600),
  benefit('pay.card', '2026-11-09T10:01:00.000Z', 45),
  benefit('sizes.advice', '2026-03-02T10:00:00.000Z', 1),
]);

test('entries stand newest first by month, each with its day, its thing, its use and how much', () => {
  const months = entriesOf(english, notice, year, zone);
  expect(months.map(({ name, entries }) => [name, entries.length])).toEqual([
    ['November 2026', 2],
    ['March 2026', 1],
  ]);
  expect(months[0]?.entries[1]).toEqual({
    id: 'b:club.prices:2026-11-09T10:00:00.000Z',
    date: '9\u00a0November 2026',
    label: 'Thing of 2026-11-09',
    use: 'club.prices',
    useName: 'Choose prices',
    amount: '£6.00',
  });
  expect(months.flatMap(({ entries }) => entries.map(({ amount }) => amount))).toEqual([
    '45 seconds',
    '£6.00',
    '1 return avoided',
  ]);
});

test('the year that is under way is told up to today, an older one as it was', () => {
  expect(summaryOf(english, year, zone).replaceAll(/<\/?b>/g, '')).toBe(
    'This year up to 22\u00a0November 2026 you got £6.00 off, 45 seconds saved and 1 return avoided.',
  );
  expect(summaryOf(english, ledger(year.benefits.slice(0, 1), { year: 2025 }), zone)).toBe(
    'In 2025 you got <b>45 seconds</b> saved.',
  );
});

test('nothing yet says when it changes; an older year says that nothing came', () => {
  expect(summaryOf(english, ledger([]), zone)).toBe(
    'Nothing yet. When something comes back to you, it appears here with how we counted it.',
  );
  expect(summaryOf(english, ledger([], { year: 2024 }), zone)).toBe('Nothing came back to you in 2024.');
});

test('which year it is depends on the zone', () => {
  const newYear = { asOf: '2026-12-31T23:30:00.000Z', year: 2027 };
  expect(isUnderWay(newYear, 'Europe/London')).toBe(false);
  expect(isUnderWay(newYear, 'Europe/Paris')).toBe(true);
});
