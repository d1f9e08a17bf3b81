import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import type { Benefit, Ledger } from '#contract/benefits.ts';
import { exampleUse } from '#rules/example-notice.ts';
import { english } from './example-preview.ts';
import { stopsOf } from './stops.model.ts';

const rule = (message: string, counting: Benefit['counting']) => ({
  message: compileMessage(message),
  counting,
  none: 'Nothing yet this year.',
  how: 'We count it.',
});
const prices = exampleUse('club.prices', { got: rule('{amount, number, money} off', 'member_price') });
const card = exampleUse('pay.card', { got: rule('{amount} minutes less of typing', 'time_saved') });
const advice = exampleUse('sizes.advice', { got: rule('{amount} returns avoided', 'return_avoided') });
const benefit = (use: string, counting: Benefit['counting'], amount: number, currency: string | null): Benefit => ({
  id: `b:${use}:${amount}`,
  at: '2026-05-03T10:00:00.000Z',
  use,
  counting,
  amount,
  currency,
  label: 'A thing',
});
const ledger = (...benefits: Benefit[]): Ledger => ({
  asOf: '2026-11-22T14:00:00.000Z',
  year: 2026,
  years: [2026],
  benefits,
});
const on = () => true;

test('what a use gave is told by the brand’s words and how often, and that it stops when it is off', () => {
  const gave = ledger(
    benefit('club.prices', 'member_price', 2000, 'GBP'),
    benefit('club.prices', 'member_price', 870, 'GBP'),
  );
  expect(stopsOf(english, [prices], gave, on)).toEqual([
    {
      use: 'club.prices',
      name: prices.name,
      gave: '<b>£28.70</b> off, 2 times',
      after: 'Off, that stops. What you got stays yours.',
    },
  ]);
  expect(stopsOf(english, [prices], gave, () => false)[0]?.after).toBe(
    'It is off: nothing is added. What you got stays yours.',
  );
});

test('a count is not counted twice, and time is said in whole minutes', () => {
  const gave = ledger(benefit('sizes.advice', 'return_avoided', 1, null), benefit('pay.card', 'time_saved', 130, null));
  expect(stopsOf(english, [advice, card], gave, on).map((one) => one.gave)).toEqual([
    '<b>1</b> returns avoided',
    '<b>2</b> minutes less of typing, once',
  ]);
});

test('nothing yet stands as nothing yet, and what is no minute is nothing', () => {
  const gave = ledger(benefit('pay.card', 'time_saved', 45, null));
  for (const use of [prices, card])
    expect(stopsOf(english, [use], gave, on)).toMatchObject([{ gave: 'Nothing yet this year.', after: null }]);
});

test('a use that counts nothing is not told of', () => {
  expect(stopsOf(english, [exampleUse('orders.news')], ledger(), on)).toEqual([]);
});
