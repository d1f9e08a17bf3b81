import { expect, test } from 'vitest';
import { exampleUse } from '#rules/example-notice.ts';
import { answersOf } from './answers.model.ts';
import { english, mails, picks, shown } from './example-preview.ts';

const sale = exampleUse('orders.sale', { signals: ['sale'] });
const words = (uses: (typeof picks)[], now: ReturnType<typeof shown>) => {
  const { on, off } = answersOf({ uses }, now);
  return [english.say(on.words), english.say(off.words), on.keeps, off.keeps];
};

test('one use is kept or turned, and never both', () => {
  expect(words([picks], shown({ 'orders.picks': 'on' }))).toEqual(['Keep it on', 'Turn it off', true, false]);
  expect(words([picks], shown({ 'orders.picks': 'off' }))).toEqual(['Turn it on', 'Keep it off', false, true]);
});

test('several are counted; where some are on, neither answer keeps anything', () => {
  const uses = [picks, sale];
  expect(words(uses, shown({ 'orders.picks': 'on', 'orders.sale': 'on' }))).toEqual([
    'Keep all 2 on',
    'Turn all 2 off',
    true,
    false,
  ]);
  expect(words(uses, shown({ 'orders.picks': 'on', 'orders.sale': 'off' }))).toEqual([
    'Turn all 2 on',
    'Turn all 2 off',
    false,
    false,
  ]);
  expect(words(uses, shown({ 'orders.picks': 'off', 'orders.sale': 'off' }))).toEqual([
    'Turn all 2 on',
    'Keep all 2 off',
    false,
    true,
  ]);
});

test('what asks for more than a press is left to its own switch, and says what it asks for', () => {
  const off = shown({ 'orders.picks': 'off', 'orders.mails': 'off' });
  expect(answersOf({ uses: [mails] }, off)).toMatchObject({
    leadsAway: true,
    left: [{ choice: 'orders.mails', reason: 'words', name: 'Send e-mails' }],
  });
  expect(answersOf({ uses: [picks, mails] }, off)).toMatchObject({ leadsAway: false, left: [{ reason: 'words' }] });
  expect(words([picks, mails], off)[0]).toBe('Turn on 1 of 2');
  expect(answersOf({ uses: [sale] }, shown({ 'orders.sale': 'off' }, true))).toMatchObject({
    leadsAway: true,
    left: [{ reason: 'signal' }],
  });
});

test('what is on asks for nothing more', () => {
  expect(answersOf({ uses: [mails] }, shown({ 'orders.mails': 'on' }))).toMatchObject({ leadsAway: false, left: [] });
});
