import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HoldingsList, RecordPage, type RecordFilter } from '#contract/holdings.ts';
import { frozen } from './arbitraries.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';
import { about, holding, holdings, LONDON, NOW, notice, orderLine, record } from './holdings-arbitraries.ts';
import { overviewOf } from './overview.ts';
import { heldRecordOf, holdingsListOf, recordPageOf } from './records.ts';

const list = (held: Holdings) => holdingsListOf(frozen(held), notice, about, LONDON, NOW);
const pageOf = (held: Holdings, filter: RecordFilter = {}) => recordPageOf(frozen(held), notice, about, filter);
const idsIn = (records: HoldingRecord[], filter: RecordFilter) =>
  pageOf(holding(records), filter)?.records.map(({ id }) => id);

describe('what is held, category by category', () => {
  test('is how much of each item there is, since when, and who it came from, most first', () => {
    const records = [
      record('a', { at: '2024-01-01T10:00:00Z', data: { from: 'Movefile' } }),
      record('b', { at: '2026-05-03T10:00:00.000Z', data: { from: 'Areabook' } }),
      record('c', { at: '2025-05-03T10:00:00.000Z', data: { from: 'Movefile' } }),
      record('d', { category: 'interests', item: 'never' }),
    ];
    const found = list(holding(records)).categories;
    const span = { count: 3, oldest: '2024-01-01T10:00:00.000Z', newest: '2026-05-03T10:00:00.000Z' };
    expect(found.find(({ category }) => category === 'sizes')).toEqual({
      category: 'sizes',
      ...span,
      items: [{ item: 'shoe', ...span }],
      from: [
        { name: 'Movefile', count: 2 },
        { name: 'Areabook', count: 1 },
      ],
      forgotten: null,
    });
    expect(found.find(({ category }) => category === 'interests')?.items).toMatchObject([
      { item: 'interest', count: 0, oldest: null, newest: null },
      { item: 'never', count: 1, forbids: true },
    ]);
    expect(found.flatMap(({ items }) => items).filter(({ forbids }) => forbids)).toHaveLength(1);
  });

  test('says until when backups have what goes today, by the calendar of the brand, and what was forgotten when', () => {
    const gone = {
      category: 'sizes',
      at: '2026-11-01T12:00:00.000Z',
      backupsUntil: '2026-12-01',
      removed: 4,
      kept: 0,
      keptFor: [],
    };
    const found = list(holding([], { forgotten: [gone] }));
    expect(found.backupsUntil).toBe('2026-12-22');
    expect(found.categories.find(({ category }) => category === 'sizes')?.forgotten).toEqual(gone);
    expect(holdingsListOf(holding([]), notice, about, LONDON, '2026-11-22T23:59:00.000Z').backupsUntil).toBe(
      '2026-12-22',
    );
    expect(holdingsListOf(holding([]), notice, about, 'Asia/Tokyo', NOW).backupsUntil).toBe('2026-12-22');
    expect(holdingsListOf(holding([]), notice, about, 'Asia/Tokyo', '2026-11-22T15:00:00Z').backupsUntil).toBe(
      '2026-12-23',
    );
  });

  test('counts what the overview counts, and what the pages show', () => {
    fc.assert(
      fc.property(holdings, (held) => {
        const found = list(held);
        expect(HoldingsList.parse(found)).toEqual(found);
        const overview = overviewOf(held, notice, LONDON, NOW).categories;
        expect(
          found.categories.map(({ category, count, oldest, newest }) => ({ category, count, oldest, newest })),
        ).toEqual(
          overview.map(({ category, held: { count, oldest, newest } }) => ({ category, count, oldest, newest })),
        );
        for (const { category, count, items } of found.categories) {
          expect(items.reduce((sum, item) => sum + item.count, 0)).toBe(count);
          expect(pageOf(held, { category })?.count).toBe(count);
          for (const { item, count: some } of items) expect(pageOf(held, { category, item })?.count).toBe(some);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('is never less than what is stored: what the notice does not describe is an error, not left out', () => {
    expect(() => list(holding([record('x', { category: 'face' })]))).toThrow('Record "x" is of category "face"');
    expect(() => list(holding([record('x', { item: 'hat' })]))).toThrow('Record "x" is held as "hat"');
    expect(() => list(holding([record('x', { at: 'then' })]))).toThrow('Record "x" is dated "then"');
  });
});

describe('the records', () => {
  const records = [
    record('old', { at: '2025-01-01T12:00:00Z', label: 'Linen duvet, double' }),
    record('b', { label: 'Linen sheet' }),
    record('a', { label: 'Crème dish' }),
    record('new', { at: '2026-10-01T12:00:00.000Z', label: 'Row Club', category: 'loyalty', item: 'card' }),
  ];

  test('come newest first; the id settles what happened at the same moment', () => {
    expect(idsIn(records, {})).toEqual(['new', 'b', 'a', 'old']);
    expect(idsIn(records.toReversed(), {})).toEqual(['new', 'b', 'a', 'old']);
  });

  test('are found by category, item and words, all at once', () => {
    expect(idsIn(records, { category: 'loyalty' })).toEqual(['new']);
    expect(idsIn(records, { search: 'linen' })).toEqual(['b', 'old']);
    expect(idsIn(records, { search: 'DOUBLE linen', category: 'sizes', item: 'shoe' })).toEqual(['old']);
    expect(idsIn(records, { search: 'linen', category: 'loyalty' })).toEqual([]);
    expect(idsIn(records, { category: 'face' })).toEqual([]);
  });

  test('are those behind a conclusion or a benefit, where that is asked; behind what is gone there is nothing', () => {
    const all = [
      orderLine('l1', { topic: 'nursery', priced: 'member', paid: 4000 }),
      orderLine('l2', { topic: 'garden' }),
      record('c', { category: 'interests', item: 'interest', at: NOW, data: { topic: 'nursery' } }),
    ];
    expect(idsIn(all, { behind: 'c' })).toEqual(['l1']);
    expect(idsIn(all, { behind: 'b:l1:member_price' })).toEqual(['l1']);
    expect(idsIn(all, { behind: 'c', category: 'sizes' })).toEqual([]);
    expect(pageOf(holding(all), { behind: 'gone' })).toEqual({ records: [], count: 0, next: null });
  });

  test('page by page are all that fit the filter, without gap or repeat', () => {
    const limits = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        holdings,
        limits,
        fc.constantFrom({}, { category: 'purchases' }, { search: '1' }),
        (held, limit, by) => {
          const whole = pageOf(held, { ...by, limit: 200 });
          const read: string[] = [];
          let next: string | null | undefined;
          do {
            const page = pageOf(held, { ...by, limit, ...(next != null && { cursor: next }) });
            expect(RecordPage.parse(page)).toEqual(page);
            expect(page?.count).toBe(whole?.count);
            read.push(...(page?.records ?? []).map(({ id }) => id));
            next = page?.next;
          } while (next != null);
          expect(read).toEqual(whole?.records.map(({ id }) => id));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('are not listed from what is no cursor', () => {
    expect(pageOf(holding(records), { cursor: 'page 2' })).toBeNull();
  });

  test('say what can be put right in them, who they came from, and what they are kept for', () => {
    expect(
      heldRecordOf(
        record('a', { label: 'Shoe: 39', data: { value: 39, says: 'Shoe: {value}', from: 'Fitly' } }),
        about,
      ),
    ).toEqual({
      id: 'a',
      category: 'sizes',
      item: 'shoe',
      at: '2026-03-01T12:00:00.000Z',
      label: 'Shoe: 39',
      from: 'Fitly',
      correctable: { kind: 'option', options: ['38', '39', '40'], value: '39' },
      correctedAt: null,
      keptFor: null,
    });
    const name = record('n', {
      category: 'account',
      item: 'name',
      label: 'Maya',
      correctedAt: NOW,
      keptFor: ['account.run'],
    });
    expect(heldRecordOf(name, about)).toMatchObject({
      from: null,
      correctable: { kind: 'text', options: null, value: 'Maya' },
      correctedAt: NOW,
      keptFor: ['account.run'],
    });
    expect(heldRecordOf(orderLine('l'), about).correctable).toBeNull();
    expect(heldRecordOf(record('a', { data: { says: 'Shoe: {value}' } }), about).correctable).toBeNull();
  });
});
