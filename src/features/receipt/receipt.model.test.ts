import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { Entry } from '#contract/decisions.ts';
import { voiceOf } from '#i18n/voice.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { shortMark, statementOf, toldOf } from './receipt.model.ts';

const english = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
const notice = exampleNotice([
  exampleCategory('orders', [exampleUse('orders.picks', { name: 'Pick things for you' })]),
]);
const item = { before: null, seq: 7, until: null, gpcAck: false } as const;
const entry: Entry = {
  seq: 7,
  at: '2026-05-03T13:02:00.000Z',
  by: 'customer',
  notice: { version: 1, hash: 'ab12'.repeat(16) },
  items: [
    { ...item, choice: 'orders.picks', value: 'off', outcome: 'applied' },
    { ...item, choice: 'orders.gone', value: 'on', outcome: 'applied', until: '2027-05-03T13:02:00.000Z' },
    { ...item, choice: 'orders.picks', value: 'on', outcome: 'stale' },
  ],
  raced: false,
  hash: 'cd34'.repeat(16),
};
const jws = (claims: unknown): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
const claims = { v: 1, iss: 'https://data.example/v1/halden-row', sub: 'naïve – ü', entry };

test('a receipt is read as it is signed, whatever letters stand in it', () => {
  expect(statementOf(jws(claims))).toEqual({ iss: claims.iss, entry });
});

test.each(['', 'not a receipt', 'a.b.c', jws({ iss: 1 }), jws(null), `e30.${'%'.repeat(9)}.x`])(
  'what is no receipt (%j) is not read as one',
  (text) => expect(statementOf(text)).toBeNull(),
);

test('its statement is told in plain words', () => {
  const told = toldOf(english, notice, { iss: claims.iss, entry });
  expect(told.what.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual([
    '<b>Off:</b> Pick things for you',
    '<b>On</b> until 3 May 2027: A choice that the notice no longer names',
    '<b>Not changed:</b> Pick things for you. It had changed elsewhere.',
  ]);
  expect({ ...told, what: [] }).toEqual({
    what: [],
    when: '3\u00a0May 2026 at 14:02',
    by: 'You',
    notice: 'Version 1, with the mark ab12 ab12 ab12 ab12',
    mark: 'cd34 cd34 cd34 cd34',
    issuer: 'https://data.example/v1/halden-row',
  });
});

test('a mark is the beginning of a digest, in fours', () => {
  expect(shortMark('0123456789abcdef'.repeat(4))).toBe('0123 4567 89ab cdef');
});
