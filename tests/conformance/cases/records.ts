import { expect } from 'vitest';
import type { Backend } from '#backend/port.ts';
import type { HeldRecord, RecordFilter } from '#contract/holdings.ts';
import { newKey, refusal, refusalCode, type Case } from '#tests/conformance/room.ts';
import { PAGES, testHoldings } from '#tests/conformance/test-holdings.ts';

/** Every record that a filter finds, page by page. */
const all = async (backend: Backend, filter: RecordFilter, limit: number): Promise<HeldRecord[]> => {
  const records: HeldRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await backend.listRecords({ ...filter, limit, ...(cursor !== undefined && { cursor }) });
    expect(page.records.length).toBeLessThanOrEqual(limit);
    records.push(...page.records);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return records;
};

const ids = (records: readonly HeldRecord[]): string[] => records.map(({ id }) => id);

export const recordCases: readonly Case[] = [
  {
    name: 'says how much is held in each category and item of the notice in force, and of none besides',
    needs: ['records'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const { notice } = await backend.getNotice({ version: 'current' });
      const { categories, backupsUntil, asOf } = await backend.listHoldings({});
      expect(categories.map(({ category }) => category)).toEqual(notice.categories.map(({ id }) => id));
      expect(Date.parse(backupsUntil)).toBeGreaterThan(Date.parse(asOf.slice(0, 10)));
      for (const { category, count, items } of categories) {
        const told = notice.categories.find(({ id }) => id === category)?.items.map(({ id }) => id);
        expect(items.map(({ item }) => item)).toEqual(told);
        expect(items.reduce((sum, one) => sum + one.count, 0)).toBe(count);
        expect((await backend.listRecords({ category })).count).toBe(count);
      }
    },
  },
  {
    name: 'tells of a category how old and new it is and who it came from, from the records themselves',
    needs: ['records', 'our_brand', 'clock'],
    run: async ({ customer, world }) => {
      const { backend } = await customer();
      const { categories, asOf, backupsUntil } = await backend.listHoldings({});
      expect([asOf, backupsUntil]).toEqual([world.now(), '2026-12-22']);
      const browsing = categories.find(({ category }) => category === 'browsing');
      expect(browsing).toMatchObject({ from: [{ name: 'Areabook', count: 1 }], forgotten: null });
      expect(browsing?.items[0]).toEqual({
        item: 'record',
        count: PAGES,
        oldest: '2026-09-02T08:00:00.000Z',
        newest: `2026-09-${PAGES}T08:00:00.000Z`,
      });
      expect(categories.find(({ category }) => category === 'health')).toMatchObject({ count: 0, oldest: null });
    },
  },
  {
    name: 'lists records newest first, in pages that fit together, also where two are of the same moment',
    needs: ['records', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const filter = { category: 'browsing', item: 'record' };
      const whole = await all(backend, filter, 200);
      expect(whole).toHaveLength(PAGES);
      expect(whole.map(({ at }) => at)).toEqual(
        whole
          .map(({ at }) => at)
          .toSorted()
          .toReversed(),
      );
      for (const limit of [1, 5, PAGES]) expect(ids(await all(backend, filter, limit))).toEqual(ids(whole));
      expect(await backend.listRecords({ ...filter, limit: PAGES })).toMatchObject({ count: PAGES, next: null });
    },
  },
  {
    name: 'goes on where it was when a record comes or goes between two pages',
    needs: ['records', 'forgetting', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const filter = { category: 'browsing', item: 'record', limit: 4 };
      const before = await all(backend, filter, 200);
      const first = await backend.listRecords(filter);
      const last = first.records.at(-1)?.id ?? '';
      await backend.forget({ scope: 'record', id: last, key: newKey() });
      const second = await backend.listRecords({ ...filter, cursor: first.next ?? '' });
      expect(ids(second.records)).toEqual(ids(before).slice(4, 8));
      expect(second.count).toBe(PAGES - 1);
    },
  },
  {
    name: 'finds records by words of their label in any case and order, within a category and beyond',
    needs: ['records', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const found = async (filter: RecordFilter) => ids((await backend.listRecords(filter)).records);
      expect(await found({ search: 'LAMPS page 7' })).toEqual(['page07']);
      expect(await found({ search: 'lamp', category: 'purchases' })).toEqual(['r2', 'r1']);
      expect(await found({ search: 'lamp', item: 'conclusion' })).toEqual(['likes-lamps']);
      expect(await found({ search: 'no such thing' })).toEqual([]);
      expect((await backend.listRecords({ search: '   ' })).count).toBeGreaterThanOrEqual(testHoldings.records.length);
    },
  },
  {
    name: 'shows what a conclusion, and an entry of the ledger, rests on, and behind nothing that is not there',
    needs: ['records', 'inferences', 'benefits', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const behind = async (id: string) => (await backend.listRecords({ behind: id, limit: 200 })).records;
      expect(new Set((await behind('likes-lamps')).map(({ item }) => item))).toEqual(new Set(['record']));
      expect(await behind('likes-lamps')).toHaveLength(PAGES);
      const { benefits } = await backend.listBenefits({});
      expect(benefits).toHaveLength(1);
      expect(ids(await behind(benefits[0]?.id ?? ''))).toEqual(['r1']);
      expect(await behind('likes-nothing')).toEqual([]);
    },
  },
  {
    name: 'refuses a cursor of records that it did not give out',
    needs: ['records'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      for (const cursor of ['1', 'nonsense', "' OR 1=1 --", 's01', '.', '0']) {
        expect([cursor, await refusalCode(backend.listRecords({ cursor }))]).toEqual([cursor, 'malformed']);
      }
    },
  },
  {
    name: 'puts a record right where it can be, so that it is found by the new words and by the old no more',
    needs: ['records', 'correcting', 'our_brand'],
    run: async ({ customer, world }) => {
      const { backend } = await customer();
      const found = async (search: string) => (await backend.listRecords({ search })).records;
      const [before] = await found('Albany');
      expect(before).toMatchObject({ correctable: { kind: 'text', value: 'Albany' }, correctedAt: null });
      const { record } = await backend.correctRecord({ record: 'r3', value: 'Troy', key: newKey() });
      expect(record).toMatchObject({ id: 'r3', label: 'Troy', correctable: { value: 'Troy' } });
      expect(record.correctedAt).not.toBeNull();
      expect(record.at).toBe(before?.at);
      expect(await found('Albany')).toEqual([]);
      expect(await found('troy')).toEqual([record]);
      expect(Date.parse(record.correctedAt ?? '')).toBeLessThanOrEqual(Date.parse(world.now()));
      const rooms = await backend.correctRecord({ record: 'rooms', value: '4', key: newKey() });
      expect(rooms.record).toMatchObject({ label: '4 rooms', correctable: { kind: 'number', value: '4' } });
    },
  },
  {
    name: 'refuses a correction that cannot stand there, of what cannot be corrected, and of what is not held',
    needs: ['records', 'correcting', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const asked = async (record: string, value: string) => {
        const { code, detail } = await refusal(backend.correctRecord({ record, value, key: newKey() }));
        expect(detail).not.toBe('');
        return code;
      };
      expect(await asked('rooms', 'four')).toBe('malformed');
      expect(await asked('r3', '   ')).toBe('malformed');
      expect(await asked('page01', 'Another page')).toBe('forbidden');
      expect(await asked('no-such-record', 'Troy')).toBe('not_found');
      const { records } = await backend.listRecords({ limit: 200 });
      expect(records.filter(({ correctedAt }) => correctedAt !== null)).toEqual([]);
    },
  },
];
