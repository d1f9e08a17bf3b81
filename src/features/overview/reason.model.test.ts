import { expect, test } from 'vitest';
import type { ChoiceState } from '#contract/choices.ts';
import { exampleUse } from '#rules/example-notice.ts';
import { reasonOf } from './reason.model.ts';
import { choiceState, english, unchosen } from './example-facts.ts';

const consent = exampleUse('orders.picks');
const interest = exampleUse('orders.picks', { basis: 'legitimate_interest' });
const optOut = exampleUse('orders.picks', { basis: 'opt_out' });
const until = '2027-05-03T09:00:00.000Z';
const lasting = choiceState('orders.picks', 'on');
const ending: ChoiceState = { ...lasting, decided: lasting.decided && { ...lasting.decided, until } };

test.for([
  ['on by the customer', consent, lasting, 'You chose this on 3 May 2026.'],
  ['on until a day', consent, ending, 'You chose this on 3 May 2026. It ends on 3 May 2027.'],
  ['on and not objected to', interest, unchosen('orders.picks', 'on'), 'On unless you object. You have not objected.'],
  ['on by default', optOut, unchosen('orders.picks', 'on'), 'On by default. You have not chosen.'],
  [
    'on by an agent',
    consent,
    choiceState('orders.picks', 'on', { why: 'agent' }),
    'Your agent chose this on 3 May 2026.',
  ],
  ['off by the customer', consent, choiceState('orders.picks', 'off'), 'You chose this on 3 May 2026.'],
  [
    'off by a recorded signal',
    consent,
    choiceState('orders.picks', 'off', { why: 'gpc' }),
    'Your browser asked for it on 3 May 2026.',
  ],
  ['off by a signal that is there', consent, unchosen('orders.picks', 'off', 'signal'), 'Your browser asks for it.'],
  [
    'off since a yes ended',
    consent,
    choiceState('orders.picks', 'off', { why: 'expired' }),
    'Your yes ended on 3 May 2026.',
  ],
  [
    'off by a guardian',
    consent,
    choiceState('orders.picks', 'off', { why: 'guardian' }),
    'Your guardian chose this on 3 May 2026.',
  ],
  ['off and never chosen', consent, unchosen('orders.picks', 'off'), 'Off until you turn it on.'],
] as const)('%s: the reason is told in words', ([, use, state, words]) => {
  expect(reasonOf(english, use, state).replaceAll('\u00a0', ' ')).toBe(words);
});

test('a notice that widened is told with its day, and that the yes can be given again', () => {
  const state = choiceState('orders.picks', 'off', { why: 'notice_changed', since: '2026-11-01T00:00:00.000Z' });
  expect(reasonOf(english, consent, state)).toMatch(/^The notice changed on 1\u00a0November 2026, and your yes was/);
});
