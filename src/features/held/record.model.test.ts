import { describe, expect, test } from 'vitest';
import type { HeldRecord } from '#contract/holdings.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { itemFacts, withRemoved, wrongIn } from './record.model.ts';

const record = (id: string, at: string): HeldRecord => ({
  id,
  category: 'orders',
  item: 'order',
  at: `2026-11-${at}.000Z`,
  label: `Order ${id}`,
  from: null,
  correctable: null,
  correctedAt: null,
  keptFor: null,
});
const ids = (records: readonly HeldRecord[]): string => records.map(({ id }) => id).join(' ');

describe('what went while the customer was here', () => {
  const [newest, middle, oldest] = [record('c', '12T10:00:00'), record('b', '11T10:00:00'), record('a', '10T10:00:00')];

  test('stays in its place', () => {
    expect(ids(withRemoved([newest, oldest], [middle]))).toBe('c b a');
  });

  test('is not told twice while it is still there', () => {
    expect(ids(withRemoved([newest, middle, oldest], [middle]))).toBe('c b a');
  });

  test('stands among those of the same moment where the backend puts it', () => {
    const same = [record('z', '11T10:00:00'), record('m', '11T10:00:00')];
    expect(ids(withRemoved(same, [record('p', '11T10:00:00')]))).toBe('z p m');
  });
});

const names = (uses: readonly { readonly name: string }[] | undefined) => uses?.map(({ name }) => name);

describe('a record says what it is for', () => {
  const notice = exampleNotice([
    {
      ...exampleCategory('orders', [
        exampleUse('orders.tax', { name: 'Keep tax records', basis: 'legal_obligation', items: ['order'] }),
        exampleUse('orders.picks', { name: 'Pick things', items: ['order', 'note'] }),
      ]),
      items: [
        { id: 'order', name: 'Orders', uses: ['orders.tax', 'orders.picks'], required: 'by_law' },
        { id: 'note', name: 'Notes', uses: ['orders.picks'], required: 'optional' },
      ],
    },
  ]);
  const facts = (on: readonly string[]) =>
    itemFacts(
      notice,
      (use) => on.includes(use),
      (page, hash) => `/b${page}#${hash}`,
    );

  test('by the uses that need it and are in force, each with its address', () => {
    expect(facts(['orders.tax', 'orders.picks'])['orders.order']?.uses).toEqual([
      { id: 'orders.tax', name: 'Keep tax records', href: '/b/data/orders#tax' },
      { id: 'orders.picks', name: 'Pick things', href: '/b/data/orders#picks' },
    ]);
  });

  test('and that none needs it, where all that would are off', () => {
    expect(names(facts(['orders.tax'])['orders.note']?.uses)).toEqual([]);
  });

  test('and which uses would keep it if it were forgotten', () => {
    expect(names(facts([])['orders.order']?.keepers)).toEqual(['Keep tax records']);
    expect(names(facts([])['orders.note']?.keepers)).toEqual([]);
  });
});

test.each([
  ['text', '  ', 'empty'],
  ['text', 'Maya', null],
  ['number', '', 'empty'],
  ['number', 'forty', 'notNumber'],
  ['number', '1e9', 'notNumber'],
  ['number', ' 94.5 ', null],
  ['option', 'M', null],
] as const)('a %s of “%s” is %j', (kind, value, wrong) => {
  expect(wrongIn({ kind, value: '', options: null }, value)).toBe(wrong);
});
