import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceIn, evidenceOf } from './evidence.ts';
import type { HoldingRecord } from './holdings.ts';

const record = (id: string, more: Partial<HoldingRecord> = {}): HoldingRecord => ({
  id,
  category: 'purchases',
  item: 'order_line',
  at: '2026-03-01T12:00:00.000Z',
  label: `Label ${id}`,
  data: { topic: 'nursery' },
  ...more,
});

const conclusion = record('c', { category: 'interests', item: 'interest', at: '2026-06-01T12:00:00.000Z' });
const idsBehind = (records: HoldingRecord[], of = conclusion) => evidenceOf({ records }, of).map(({ id }) => id);

describe('what a conclusion rests on', () => {
  test('is every record about its topic that was there when it was drawn, to the moment', () => {
    const records = [
      record('a'),
      record('page', { category: 'browsing', item: 'page', at: '2026-06-01T12:00:00Z' }),
      record('later', { at: '2026-06-01T12:00:00.001Z' }),
      record('garden', { data: { topic: 'garden' } }),
      record('untold', { data: {} }),
      conclusion,
    ];
    expect(idsBehind(records)).toEqual(['a', 'page']);
  });

  test('is nothing that was concluded itself', () => {
    expect(idsBehind([record('other', { category: 'interests', item: 'interest' })])).toEqual([]);
    expect(idsBehind([record('other', { category: 'interests', item: 'never' })])).toEqual([]);
  });

  test('is nothing that is kept for law or contract alone, nor anything at all once it is kept so itself', () => {
    expect(idsBehind([record('a', { keptFor: ['purchases.accounts'] }), record('b')])).toEqual(['b']);
    expect(idsBehind([record('b')], { ...conclusion, keptFor: ['interests.law'] })).toEqual([]);
  });

  test('is nothing for a conclusion about nothing: no topic is no common topic', () => {
    for (const data of [{}, { topic: '' }, { topic: null }, { topic: 7 }]) {
      expect(idsBehind([record('a', { data })], { ...conclusion, data })).toEqual([]);
    }
  });

  test('is the same asked one by one as asked of everything at once, among 20,000 records', () => {
    const records = Array.from({ length: 20_000 }, (_, index) =>
      record(`r${index}`, { data: { topic: `t${index % 50}` } }),
    );
    const behind = evidenceIn({ records });
    fc.assert(
      fc.property(fc.nat(60), (topic) => {
        const one = { ...conclusion, data: { topic: `t${topic}` } };
        expect(behind(one)).toHaveLength(topic < 50 ? 400 : 0);
        expect(evidenceOf({ records }, one)).toEqual(behind(one));
      }),
      { numRuns: 10 },
    );
  });
});
