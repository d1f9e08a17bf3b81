import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { exampleCategory, exampleUse } from '#rules/example-notice.ts';
import { getOf, receivedIn } from './benefit.model.ts';
import { byChoice, categoryOverview, choiceState, english } from './example-facts.ts';

const rule = {
  counting: 'member_price',
  message: compileMessage('{amount, number, money} off by member prices'),
  none: 'No member price used yet this year.',
  how: 'We add up what you saved.',
} as const;
const prices = exampleUse('club.prices', { benefit: 'You pay less.', got: rule });
const stock = exampleUse('club.stock', { benefit: 'You hear of new stock.' });
const club = exampleCategory('club', [prices, stock]);
const paid = (amount: number) =>
  categoryOverview('club', 9, { got: [{ use: 'club.prices', counting: 'member_price', amount, currency: 'GBP' }] });
const received = (amount: number) => receivedIn(english, club, paid(amount), '2026-01-01');
const bothOn = byChoice(choiceState('club.prices', 'on'), choiceState('club.stock', 'on'));
const bothOff = byChoice(choiceState('club.prices', 'off'), choiceState('club.stock', 'off'));

test('money is written in the customer’s currency, from minor units, with how it was counted', () => {
  expect(received(2890)).toEqual([
    { use: 'club.prices', amount: 28.9, text: '£28.90 off by member prices', how: 'We add up what you saved.' },
  ]);
});

test('time is written in whole minutes, and less than one is nothing yet', () => {
  const quick = {
    counting: 'time_saved',
    message: compileMessage('{amount, plural, one {# minute} other {# minutes}} saved'),
    none: 'No time saved yet this year.',
    how: 'We take 40 seconds for each form.',
  } as const;
  const pay = exampleCategory('pay', [exampleUse('pay.saved', { got: quick })]);
  const saved = (amount: number) =>
    receivedIn(
      english,
      pay,
      categoryOverview('pay', 9, { got: [{ use: 'pay.saved', counting: 'time_saved', amount, currency: null }] }),
      '2026-01-01',
    );
  expect(saved(779)).toMatchObject([{ amount: 12, text: '12 minutes saved' }]);
  expect(saved(59)).toMatchObject([{ amount: 0, text: 'No time saved yet this year.' }]);
});

test('nothing received is said as nothing', () => {
  expect(received(0)[0]?.text).toBe('No member price used yet this year.');
});

test('the second hand shows what was counted, its number marked', () => {
  expect(getOf(english, club, received(2890), bothOn)).toEqual({
    main: '<b>£28.90</b> off by member prices',
    note: null,
  });
});

test('with nothing counted it shows what the use gives, and says that nothing is counted', () => {
  expect(getOf(english, club, received(0), bothOn)).toEqual({
    main: 'You pay less.',
    note: 'No member price used yet this year.',
  });
});

test('with all off it shows what the customer sees instead, and what on would bring', () => {
  expect(getOf(english, club, received(2890), bothOff)).toEqual({
    main: 'You see what everybody sees.',
    note: 'On: You pay less.',
  });
});

test('with one off it speaks of the one that is on', () => {
  const one = byChoice(choiceState('club.prices', 'off'), choiceState('club.stock', 'on'));
  expect(getOf(english, club, [], one)).toEqual({ main: 'You hear of new stock.', note: null });
});
