import { expect, test } from 'vitest';
import type { ChoiceState } from '#contract/choices.ts';
import { benefit, english, notice } from './example-ledger.ts';
import { giversOf, type Stored } from './uses.model.ts';

const may = '2026-05-03T10:00:00.000Z';
const state = (choice: string, effective: 'on' | 'off', since: string | null = may): ChoiceState => ({
  choice,
  decided: null,
  effective,
  why: 'customer',
  since,
  seq: 1,
});
const allOn: Stored = Object.fromEntries(
  ['sizes.advice', 'club.prices', 'pay.card', 'news.mail'].map((choice) => [choice, state(choice, 'on')]),
);
const of = (benefits: Parameters<typeof giversOf>[2], stored = allOn, underWay = true) =>
  giversOf(english, notice, benefits, 2026, stored, underWay);

test('each use that counts something says what it gave and how that was counted, those first that gave', () => {
  expect(of([benefit('club.prices', may, 2000), benefit('club.prices', may, 870)])).toMatchObject([
    { use: 'club.prices', gave: '<b>£28.70</b> off by prices', how: 'We count the shelf price less yours.', off: null },
    { use: 'sizes.advice', gave: 'Nothing yet' },
    { use: 'pay.card', gave: 'Nothing yet' },
  ]);
});

test('of a year that is over, nothing is nothing', () => {
  expect(of([], allOn, false).map(({ gave }) => gave)).toEqual(['Nothing', 'Nothing', 'Nothing']);
});

test('a use that is off says since when, and that nothing is added; what it gave stays', () => {
  const off = { ...allOn, 'club.prices': state('club.prices', 'off') };
  expect(of([benefit('club.prices', may, 2000)], off)[0]).toMatchObject({
    gave: '<b>£20.00</b> off by prices',
    off: 'Off since 3\u00a0May 2026. Nothing is added.',
  });
  expect(of([], { ...allOn, 'club.prices': state('club.prices', 'off', null) })[1]?.off).toBe('Off. Nothing is added.');
});
