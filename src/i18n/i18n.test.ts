import { expect, test } from 'vitest';
import { activate, addWords, i18n } from './i18n.ts';

const page = 'app.language';
const card = 'card.why';
const receipt = 'receipt.title';
const isSaid = (id: string): boolean => id in i18n.messages;

// One test, as one page: what it has learned stays with it.
test('words of a part come with the part, and in every language from then on', async () => {
  await activate('en');
  expect([page, card, receipt].map(isSaid)).toEqual([true, false, false]);
  await addWords('card');
  expect([page, card, receipt].map(isSaid)).toEqual([true, true, false]);
  const english = i18n.messages[card];

  await activate('en-XA');
  expect([page, card, receipt].map(isSaid)).toEqual([true, true, false]);
  expect(i18n.messages[card]).not.toEqual(english);

  // Another language is on its way when a part is asked for.
  const changing = activate('ar-XB');
  await Promise.all([addWords('receipt'), changing]);
  expect(i18n.locale).toBe('ar-XB');
  expect([page, card, receipt].map(isSaid)).toEqual([true, true, true]);

  // A part is on its way when another language is asked for.
  const coming = addWords('receipt');
  await activate('en');
  await coming;
  expect([page, card, receipt].map(isSaid)).toEqual([true, true, true]);
  expect(i18n.messages[card]).toEqual(english);
});
