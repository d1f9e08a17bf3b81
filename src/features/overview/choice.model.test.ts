import { expect, test } from 'vitest';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { askingFor, choiceOf, pressOf } from './choice.model.ts';
import { byChoice, categoryOverview, choiceState, english, now } from './example-facts.ts';

const sale = exampleUse('orders.sale', { signals: ['sale'], grant: 'two_steps', recipients: ['adly', 'parcelly'] });
const health = exampleUse('orders.health', { grant: 'words', statement: 'I agree.' });
const picks = exampleUse('orders.picks');
const deliver = exampleUse('orders.deliver', { basis: 'contract', basisText: 'Our deal.', retention: 'P6Y' });
const category = exampleCategory('orders', [sale, health, picks, deliver]);
const notice = exampleNotice([category]);
const seen = { seq: 3, notice: 1 };
const factsOf = (use: typeof picks, state = choiceState(use.id, 'off')) =>
  Object.fromEntries(
    choiceOf(english, notice, category, use, categoryOverview('orders', 5), byChoice(state), now).facts.map(
      ({ term, text }) => [term, text.replaceAll('\u00a0', ' ')],
    ),
  );

test('off is always one press, with what was on screen', () => {
  for (const use of [sale, health, picks])
    expect(pressOf(use, { seq: 3 }, 1, false, askingFor(use, true))).toEqual({ choice: use.id, value: 'off', seen });
});

test('on is one press where the law wants no more', () => {
  expect(askingFor(picks, true)).toBeNull();
  expect(pressOf(picks, { seq: 3 }, 1, true, null)).toEqual({ choice: picks.id, value: 'on', seen });
});

test('explicit consent asks for its words, and carries that they were confirmed', () => {
  const asked = askingFor(health, true);
  expect(asked).toEqual({ signal: false, grant: 'words', statement: 'I agree.' });
  expect(pressOf(health, { seq: 3 }, 1, true, asked)).toMatchObject({ value: 'on', confirmed: true });
});

test('what the browser’s signal touches is granted only in full knowledge of it', () => {
  const asked = askingFor(sale, true);
  expect(asked).toEqual({ signal: true, grant: 'two_steps', statement: null });
  expect(pressOf(sale, { seq: 3 }, 1, true, asked)).toMatchObject({ gpcAck: true, confirmed: true });
  expect(pressOf(sale, { seq: 3 }, 1, true, askingFor(sale, false))).not.toHaveProperty('gpcAck');
});

test('a use says why it is off, what it gives, what off means, its rule, who gets it and how long', () => {
  expect(factsOf(sale)).toEqual({
    'Why off': 'You chose this on 3 May 2026. Held, not used for this.',
    'You get': 'You see what goes with what you have.',
    'If off': 'You see what everybody sees.',
    Rule: 'You said yes.',
    'Who else': 'Parcelly works for us. Adly pays for it.',
    'How long': '2 years',
  });
});

test('a use by contract has no reason and no "if off": its rule says what there is without it', () => {
  expect(factsOf(deliver)).toEqual({
    'You get': 'You see what goes with what you have.',
    Rule: 'Our deal. You see what everybody sees.',
    'Who else': 'No one else gets it.',
  });
});
