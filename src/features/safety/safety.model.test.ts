import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { Incident, SafetyFact } from '#contract/safety.ts';
import { voiceOf } from '#i18n/voice.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { toldSafety } from './safety.model.ts';

const voice = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
const notice = exampleNotice([
  { ...exampleCategory('orders', [exampleUse('orders.picks')]), name: 'Orders' },
  { ...exampleCategory('sizes', [exampleUse('sizes.advice')]), name: 'Sizes' },
]);
const fact = (category: string | null, asOf: string): SafetyFact => ({
  category,
  asOf,
  where: 'In Dublin.',
  readers: '3 of our staff.',
  measures: [],
});
const incident = (you: Incident['you'], to = '2025-09-10'): Incident => ({
  id: 'wrong_addresses',
  from: '2025-09-08',
  to,
  found: '2025-09-11',
  told: '2025-09-12',
  what: 'A fault.',
  done: 'We mended it.',
  categories: ['orders', 'sizes'],
  you,
});
const told = (facts: SafetyFact[], incidents: Incident[]) => toldSafety(voice, notice, { facts, incidents });
const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ');

test('facts are dated: of all data first, then kind by kind in the order of the notice', () => {
  const { all, kinds } = told(
    [fact('sizes', '2026-09-14'), fact(null, '2026-10-03'), fact('orders', '2026-10-05')],
    [],
  );
  expect(all.map(({ checked }) => plain(checked))).toEqual(['Checked on 3 October 2026']);
  expect(kinds.map(({ name }) => name)).toEqual(['Orders', 'Sizes']);
});

test.each([
  ['in', 'Your data was in it.'],
  ['not_in', 'Your data was not in it.'],
  ['not_known', 'We do not know whether your data was in it.'],
] as const)('an incident says in words whether the customer was in it: %s', (you, words) => {
  const [one] = told([], [incident(you)]).incidents;
  expect(one).toMatchObject({ you: words, data: 'Orders and Sizes' });
  expect(plain(one?.when)).toBe('From 8 September 2025 to 10 September 2025');
});

test('an incident of one day is told as one day', () => {
  expect(plain(told([], [incident('in', '2025-09-08')]).incidents[0]?.when)).toBe('On 8 September 2025');
});

test('where there was none it says so, and when that was last looked at', () => {
  const { none } = told([fact(null, '2026-10-03'), fact('orders', '2026-09-14')], []);
  expect(plain(none)).toBe('No incident so far, as last checked on 3 October 2026. If there is one, we tell you here.');
  expect(told([], [incident('in')]).none).toBeNull();
});
