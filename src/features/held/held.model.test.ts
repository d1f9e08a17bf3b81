import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { CategoryHoldings, HoldingsList } from '#contract/holdings.ts';
import { voiceOf } from '#i18n/voice.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { canForget, heldGroups, heldSummary, kindOf } from './held.model.ts';

const voice = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
const orders = {
  ...exampleCategory('orders', [exampleUse('orders.tax', { name: 'Keep tax records', basis: 'legal_obligation' })]),
  name: 'Orders',
  source: 'given' as const,
  items: [
    { id: 'order', name: 'Your orders', uses: ['orders.tax'], required: 'by_law' as const },
    { id: 'note', name: 'Your notes', uses: ['orders.tax'], required: 'optional' as const },
  ],
};
const bought = {
  ...exampleCategory('bought', [exampleUse('bought.picks')]),
  source: 'bought' as const,
  heldNone: 'Nothing yet.',
};
const notice = exampleNotice([bought, orders]);
const none: Omit<CategoryHoldings, 'category'> = {
  count: 0,
  oldest: null,
  newest: null,
  items: [],
  from: [],
  forgotten: null,
};
const held: CategoryHoldings = {
  ...none,
  category: 'orders',
  count: 1204,
  oldest: '2023-05-03T09:00:00.000Z',
  newest: '2026-11-12T09:00:00.000Z',
  items: [
    { item: 'order', count: 1204, oldest: null, newest: null },
    { item: 'note', count: 0, oldest: null, newest: null },
  ],
};
const list = (...categories: CategoryHoldings[]): HoldingsList => ({
  asOf: '2026-11-22T12:00:00.000Z',
  backupsUntil: '2026-12-22',
  categories,
});
const plain = (text: string | null): string | null => text?.replaceAll('\u00a0', ' ') ?? null;

test('a kind says how many records there are, from which days, and of which items', () => {
  const kind = kindOf(voice, orders, held);
  expect(plain(kind.text)).toBe('1,204 records, from 3 May 2023 to 12 November 2026.');
  expect(kind.items).toEqual(['Your orders: 1,204']);
});

test('a kind of which there is nothing says what is true and when that changes', () => {
  expect(kindOf(voice, bought, { ...none, category: 'bought' }).text).toBe('Nothing yet.');
});

test('who it came from is named where that is known', () => {
  const from = [
    { name: 'Areabook', count: 6 },
    { name: 'Movefile', count: 1 },
  ];
  expect(kindOf(voice, bought, { ...none, category: 'bought', from }).from).toBe('From Areabook and Movefile');
});

test('what was forgotten says since when, until when backups have it, and what stays for what', () => {
  const forgotten = {
    category: 'orders',
    at: '2026-11-22T12:00:00.000Z',
    backupsUntil: '2026-12-22',
    removed: 9,
    kept: 142,
    keptFor: ['orders.tax'],
  };
  expect(plain(kindOf(voice, orders, { ...held, forgotten }).forgotten)).toBe(
    'Forgotten on 22 November 2026. Gone from backups by 22 December 2026. We keep 142 records, only for: Keep tax records.',
  );
});

test('what was forgotten can be forgotten once more only when something came since', () => {
  const forgotten = {
    category: 'orders',
    at: '2026-11-22T12:00:00.000Z',
    backupsUntil: '2026-12-22',
    removed: 0,
    kept: 1204,
    keptFor: ['orders.tax'],
  };
  expect(canForget(held)).toBe(true);
  expect(canForget({ ...held, forgotten })).toBe(false);
  expect(canForget({ ...held, count: 1205, forgotten })).toBe(true);
  expect(canForget({ ...none, category: 'bought' })).toBe(false);
});

test('kinds stand under where they come from, given before bought, whatever their order in the notice', () => {
  const groups = heldGroups(voice, notice, list({ ...none, category: 'bought' }, held));
  expect(groups.map(({ source, kinds }) => [source, kinds.map(({ category }) => category.id)])).toEqual([
    ['given', ['orders']],
    ['bought', ['bought']],
  ]);
});

test('the sentence above counts records and kinds, and nothing stands as nothing', () => {
  expect(plain(heldSummary(voice, list(held, { ...none, category: 'bought' })))).toBe(
    'We hold <b>1,204 records</b> of <b>1 kind</b>. The oldest is from 3 May 2023.',
  );
  expect(heldSummary(voice, list({ ...none, category: 'bought' }))).toMatch(/^We hold no records about you yet\./);
});
