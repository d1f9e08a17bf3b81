import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { CategoryHoldings } from '#contract/holdings.ts';
import { voiceOf } from '#i18n/voice.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { afterForgetting, beforeForgetting, type ForgetFacts } from './forget.model.ts';

const voice = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
const notice = exampleNotice([
  {
    ...exampleCategory('orders', [
      exampleUse('orders.tax', { name: 'Keep tax records', basis: 'legal_obligation', items: ['order'] }),
      exampleUse('orders.picks', { name: 'Pick things', items: ['order', 'note'] }),
    ]),
    name: 'Orders',
    retention: { period: 'P6Y', text: '6 years, by tax law.' },
    items: [
      { id: 'order', name: 'Your orders', uses: ['orders.tax', 'orders.picks'], required: 'optional' },
      { id: 'note', name: 'Your notes', uses: ['orders.picks'], required: 'optional' },
    ],
  },
]);
const held = (orders: number, notes: number): CategoryHoldings => ({
  category: 'orders',
  count: orders + notes,
  oldest: '2026-01-01T00:00:00.000Z',
  newest: '2026-11-01T00:00:00.000Z',
  items: [
    { item: 'order', count: orders, oldest: null, newest: null },
    { item: 'note', count: notes, oldest: null, newest: null },
  ],
  from: [],
  forgotten: null,
});
const facts: ForgetFacts = {
  voice,
  notice,
  held: [held(142, 9)],
  backupsUntil: '2026-12-22',
  isOn: () => true,
  can: { inferences: true, benefits: true },
};
const before = (more: Partial<ForgetFacts> = {}): string =>
  beforeForgetting({ ...facts, ...more })
    .map(({ term, lines }) => `${term}: ${lines.join(' ')}`)
    .join('\n')
    .replaceAll('\u00a0', ' ');

test('before it is done it says how many go, how many stay and for what, and what rests on them', () => {
  expect(before()).toBe(
    [
      'What goes: 9 records go from here now, and from backups by 22 December 2026.',
      'What stays: We keep 142 records (Your orders), only for: Keep tax records. They serve nothing else. How long: 6 years, by tax law.',
      'What rests on it: Until there is new data, these have nothing to work with: Pick things. What we concluded from it alone goes too. The answer says how much.',
      'From now on: New records are still held. To stop that, turn off what they are for.',
    ].join('\n'),
  );
});

test('where law or contract asks for all of it, it says that none can go', () => {
  expect(before({ held: [held(142, 0)] })).toContain('What goes: None of these records can go.');
});

test('a use that is off loses nothing, and a backend that concludes nothing loses no conclusions', () => {
  const said = before({ isOn: () => false, can: {} });
  expect(said).toContain('What rests on it: No optional use that is on needs it.');
  expect(said).not.toContain('concluded');
});

test('what the customer forbade to conclude is told to stay', () => {
  const notes = held(0, 9);
  const forbidding = {
    ...notes,
    items: notes.items.map((one) => (one.item === 'note' ? { ...one, forbids: true as const } : one)),
  };
  expect(before({ held: [forbidding] })).toContain('We keep 9 records (Your notes), only for: Pick things.');
});

test('after it is done it says both steps, and what stays and for what', () => {
  const done = afterForgetting(voice, notice, {
    at: '2026-11-22T12:00:00.000Z',
    backupsUntil: '2026-12-22',
    removed: 9,
    kept: [{ category: 'orders', item: 'order', count: 142, keptFor: ['orders.tax'] }],
    conclusions: 1,
    replayed: false,
  });
  expect(done.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
    '9 records are gone from here now. Gone from backups by 22 December 2026.',
    'We keep 142 records (Your orders), only for: Keep tax records. They serve nothing else. How long: 6 years, by tax law.',
    '1 conclusion rested on it alone. It is gone too.',
  ]);
});
