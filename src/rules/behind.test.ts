import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsBehind } from './behind.ts';
import type { HoldingRecord } from './holdings.ts';
import { about, holdings, LONDON, NOW, notice, orderLine, record } from './holdings-arbitraries.ts';
import { ledgerOf } from './ledger.ts';

const behind = (records: HoldingRecord[], id: string) =>
  recordsBehind({ records }, notice, about, id)?.map((one) => one.id) ?? null;

const conclusion = record('c', {
  category: 'interests',
  item: 'interest',
  at: '2026-06-01T12:00:00.000Z',
  data: { topic: 'nursery' },
});

describe('what stands behind', () => {
  test('a conclusion is what it rests on, also where that is nothing any more', () => {
    expect(behind([orderLine('a', { topic: 'nursery' }), orderLine('b'), conclusion], 'c')).toEqual(['a']);
    expect(behind([orderLine('b'), conclusion], 'c')).toEqual([]);
  });

  test('an order that began with picks is each of its lines that did', () => {
    const picked = { order: 'o1', fromPick: true };
    const lines = [
      orderLine('a', picked),
      orderLine('b', { order: 'o1' }),
      orderLine('d', { ...picked, returned: true }),
      orderLine('e', { ...picked, order: 'o2' }),
      orderLine('f', picked, { keptFor: ['purchases.accounts'] }),
    ];
    expect(behind(lines, 'b:a:pick_ordered')).toEqual(['a', 'd']);
  });

  test('anything else is nothing: another record, another rule, a benefit that is none or was forgotten', () => {
    const lines = [
      orderLine('a', { priced: 'member', paid: 4000 }),
      orderLine('b', { priced: 'member', paid: 4000 }, { keptFor: ['purchases.accounts'] }),
      conclusion,
    ];
    expect(behind(lines, 'b:a:member_price')).toEqual(['a']);
    const none = ['a', 'z', 'b:a:pick_ordered', 'b:b:member_price', 'b:z:member_price', 'b:a:gifts', 'b:a:', ''];
    for (const id of none) expect(behind(lines, id)).toBeNull();
  });

  test('a record whose id has colons in it is found all the same', () => {
    const line = orderLine('b:shop:7', { priced: 'member', paid: 4000 });
    expect(behind([line], 'b:b:shop:7:member_price')).toEqual(['b:shop:7']);
  });

  test('a benefit of a rule that no use declares any more is nothing', () => {
    const without = { ...notice, categories: notice.categories.filter(({ id }) => id !== 'loyalty') };
    const records = [orderLine('a', { priced: 'member', paid: 4000 })];
    expect(recordsBehind({ records }, without, about, 'b:a:member_price')).toBeNull();
  });

  test('every entry of the ledger is a record that is held, the one it names among them', () => {
    fc.assert(
      fc.property(holdings, (held) => {
        for (const { id, label, counting } of ledgerOf(held, notice, null, LONDON, NOW).benefits) {
          const found = recordsBehind(held, notice, about, id) ?? [];
          expect(found.map((one) => one.label)).toContain(label);
          expect(counting === 'pick_ordered' || found.length === 1).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
