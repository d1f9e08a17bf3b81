import { expect, test } from 'vitest';
import type { Choices } from '#contract/choices.ts';
import { exampleCategory, exampleUse } from '#rules/example-notice.ts';
import { byChoice, choiceState, choiceView, english, now, unchosen } from './example-facts.ts';
import { shownOf } from '#intents/shown.ts';
import { controlOf } from './row.model.ts';
import type { Stored } from './stored.model.ts';

const picks = exampleUse('orders.picks');
const ads = exampleUse('orders.ads');
const deliver = exampleUse('orders.deliver', { name: 'Deliver', basis: 'contract' });
const choicesOf = (stored: Stored): Choices => ({
  notice: { version: 1, hash: 'ab'.repeat(32) },
  seq: 9,
  asOf: now,
  signal: { gpc: false, recordedAt: null },
  choices: Object.values(stored).flatMap((state) => state ?? []),
});
const control = (uses: Parameters<typeof exampleCategory>[1], stored: Stored, late = false, views = {}) =>
  controlOf(english, exampleCategory('orders', uses), shownOf(choicesOf(stored), views), stored, late);
const words = (...args: Parameters<typeof control>) => control(...args).words.replaceAll('\u00a0', ' ');

const on = choiceState('orders.picks', 'on');
const off = choiceState('orders.picks', 'off');

test('a state is told in words: on, off since, until, how many of how many', () => {
  expect(words([picks], byChoice(on))).toBe('<b>On</b>');
  expect(words([picks], byChoice(off))).toBe('<b>Off</b> since 3 May 2026');
  expect(words([picks], byChoice(unchosen('orders.picks', 'off')))).toBe('<b>Off</b>');
  expect(words([picks, ads], byChoice(on, choiceState('orders.ads', 'off')))).toBe('<b>On</b> · 1 of 2 uses');
  const ending = { ...on, decided: on.decided && { ...on.decided, until: '2027-03-01T00:00:00.000Z' } };
  expect(words([picks], byChoice(ending))).toBe('<b>On</b> until 1 March 2027');
});

test('a category without optional uses has no switch, but a word and what it is for', () => {
  expect(control([deliver], {})).toEqual({ switch: null, words: '<b>Always on</b>', reason: 'Deliver' });
});

test('the switch shows what the customer wants; the words say what is saved, once the wait is long', () => {
  const views = { 'orders.picks': choiceView(off, { value: 'on', wanted: 'on', status: 'saving' }) };
  expect(control([picks], byChoice(off), true, views).switch?.checked).toBe(true);
  expect(words([picks], byChoice(off), true, views)).toBe('<b>Saved: off</b> since 3 May 2026');
  expect(words([picks], byChoice(off), false, views)).toBe('<b>Off</b> since 3 May 2026');
});

test('a withdrawal under way leaves the words at what is saved', () => {
  const views = { 'orders.picks': choiceView(on, { value: 'off', wanted: 'off', status: 'saving' }) };
  expect(words([picks], byChoice(on), true, views)).toBe('<b>Saved: on</b> since 3 May 2026');
});
