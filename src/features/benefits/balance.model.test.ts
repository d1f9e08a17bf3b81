import { expect, test } from 'vitest';
import type { CategoryOverview, Overview } from '#contract/overview.ts';
import { balanceOf } from './balance.model.ts';
import { benefit, english, ledger, notice } from './example-ledger.ts';

const may = '2026-05-03T10:00:00.000Z';
const held = (category: string, count: number, more: Partial<CategoryOverview> = {}): CategoryOverview => ({
  category,
  held: { count, oldest: null, newest: null, values: {}, sample: [] },
  got: [],
  usedDays: [],
  ...more,
});
const overview = (...categories: CategoryOverview[]): Overview => ({
  asOf: '2026-11-22T14:00:00.000Z',
  since: '2026-01-01',
  customer: { name: 'Maya' },
  categories,
});
const on = (choice: string) =>
  ({ choice, decided: null, effective: 'on', why: 'customer', since: null, seq: 1 }) as const;
const stored = { 'sizes.advice': on('sizes.advice'), 'news.mail': on('news.mail') };
const weighed = (of: Overview) => balanceOf(english, notice, ledger([benefit('club.prices', may, 2870)]), of, stored);

test('how much is held stands beside what came back, kind by kind', () => {
  const [sizes, club] = weighed(overview(held('sizes', 1), held('club', 256)));
  expect(club).toMatchObject({ gave: '256 records', got: ['<b>£28.70</b> off by prices'], note: null });
  expect(sizes).toMatchObject({
    gave: '1 record',
    got: [],
    note: 'Nothing yet. You see what goes with what you have.',
  });
});

test('what nobody counts says so, and what there is of it', () => {
  expect(weighed(overview(held('news', 4)))[3]?.note).toBe('Nothing is counted here. You read our news.');
});

test('where all uses are off there is nothing to get, and where nothing is held nothing was given', () => {
  const rows = weighed(overview(held('pay', 4)));
  expect(rows[2]?.note).toBe('Nothing: all its uses are off.');
  expect(rows[0]).toMatchObject({ gave: 'Nothing held', note: 'Nothing yet.' });
});

test('what was forgotten says so, and that nothing is counted from it any more', () => {
  const forgotten = { category: 'club', at: may, backupsUntil: '2026-06-02', removed: 250, kept: 6, keptFor: [] };
  expect(weighed(overview(held('club', 6, { forgotten })))[1]).toMatchObject({
    gave: '6 records',
    forgotten: 'Forgotten on 3\u00a0May 2026. What rested on it is not counted any more.',
  });
});
