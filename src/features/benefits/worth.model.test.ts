import { expect, test } from 'vitest';
import type { Benefit } from '#contract/benefits.ts';
import { benefit, english } from './example-ledger.ts';
import { kindNamesOf, kindsIn, shortAmount, timeInWords, totalsOf } from './worth.model.ts';

const may = '2026-05-03T10:00:00.000Z';
const plain = (benefits: readonly Benefit[]) =>
  totalsOf(english, benefits).map((text) => text.replaceAll(/<\/?b>/g, ''));

test('money is added up, then time, then what is counted', () => {
  const all = [
    benefit('sizes.advice', may, 1),
    benefit('pay.card', may, 45),
    benefit('pay.card', may, 80),
    benefit('club.prices', may, 2000),
    benefit('club.prices', may, 870),
  ];
  expect(plain(all)).toEqual(['£28.70 off', '2 minutes saved', '1 return avoided']);
});

test('money of two currencies is never added, and is told apart by its name', () => {
  const both = [benefit('club.prices', may, 100), benefit('club.prices', may, 250, 'EUR')];
  expect(plain(both)).toEqual(['£1.00 off', '€2.50 off']);
  expect(kindsIn(both).map(kindNamesOf(english, both))).toEqual(['Money off, in GBP', 'Money off, in EUR']);
  expect(kindsIn(both).map(kindNamesOf(english, both.slice(0, 1)))).toEqual(['Money off', 'Money off']);
});

test('less than a minute is told in seconds, and never as no minutes', () => {
  expect(plain([benefit('pay.card', may, 45)])).toEqual(['45 seconds saved']);
});

test('nothing has no totals', () => expect(plain([])).toEqual([]));

test.each([
  [45, '45 seconds', '45 s'],
  [60, '1 minute', '1 min'],
  [135, '2 minutes 15 seconds', '2 min 15 s'],
])('%i seconds are %s, and in a table %s', (seconds, words, short) => {
  expect(timeInWords(english, seconds)).toBe(words);
  expect(shortAmount(english, { counting: 'time_saved' }, seconds)).toBe(short);
});
