import { describe, expect, test } from 'vitest';
import type { Deed, HoldingsChange } from '#backend/holdings-store.ts';
import type { HoldingRecord, Holdings } from '#rules/holdings.ts';
import { memoryHoldings } from './memory-holdings.ts';
import { unkept } from './snapshot.ts';

const subject = { brand: 'a-brand', id: 'id' };
const at = '2026-11-22T12:00:00.000Z';
const record = (id: string, label = id): HoldingRecord => ({ id, category: 'a', item: 'b', at, label, data: {} });
const held: Holdings = {
  customer: { name: 'Robin' },
  records: [record('r1'), record('r2'), record('r3')],
  events: [{ id: 'e1', use: 'a.use', at, data: { seen: 2 } }],
};
const none = { put: [], remove: [], forgetEvents: [], forgotten: [] };
const write = (revision: number, more: Partial<HoldingsChange> = {}): HoldingsChange => ({
  subject,
  revision,
  ...none,
  deed: null,
  ...more,
});
const deed = (key: string): Deed => ({ key, command: 'c'.repeat(64), kind: 'forget', at, answer: '{"removed":1}' });

describe('what is held, kept in memory', () => {
  test('is nothing until somebody says it, and then what the first said', async () => {
    const store = memoryHoldings(unkept());
    expect(await store.read(subject)).toBeNull();
    expect(await store.change(write(0))).toBe('moved');
    await store.add(subject, held);
    await store.add(subject, { ...held, records: [] });
    expect(await store.read(subject)).toMatchObject({ revision: 1, holdings: held });
  });

  test('changes as a whole, and only on the revision that was read', async () => {
    const store = memoryHoldings(unkept());
    await store.add(subject, held);
    const forgotten = { category: 'a', at, backupsUntil: '2026-12-22', removed: 1, kept: 0, keptFor: [] };
    const change = {
      put: [record('r2', 'new'), record('r4')],
      remove: ['r1'],
      forgetEvents: ['e1'],
      forgotten: [forgotten],
    };
    expect(await store.change(write(1, change))).toBe('stored');
    expect(await store.change(write(1, { remove: ['r4'] }))).toBe('moved');
    const again = { ...forgotten, removed: 0 };
    expect(await store.change(write(2, { forgotten: [again] }))).toBe('stored');
    expect(await store.read(subject)).toMatchObject({
      revision: 3,
      holdings: {
        records: [record('r2', 'new'), record('r3'), record('r4')],
        events: [{ id: 'e1', use: 'a.use', at, data: null }],
        forgotten: [again],
      },
    });
  });

  test('keeps each deed under its key, and takes none twice, whatever the revision', async () => {
    const store = memoryHoldings(unkept());
    await store.add(subject, held);
    expect(await store.findDeed(subject, 'propertyIsEnumerable')).toBeNull();
    expect(await store.change(write(1, { remove: ['r1'], deed: deed('one') }))).toBe('stored');
    expect(await store.change(write(1, { remove: ['r2'], deed: deed('one') }))).toBe('key_taken');
    expect(await store.change(write(2, { remove: ['r2'], deed: deed('one') }))).toBe('key_taken');
    expect(await store.findDeed(subject, 'one')).toEqual(deed('one'));
    expect((await store.read(subject))?.holdings.records.map(({ id }) => id)).toEqual(['r2', 'r3']);
  });

  test('that takes anything away erases the digests of earlier deeds, and keeps its own', async () => {
    const store = memoryHoldings(unkept());
    await store.add(subject, held);
    const answer = { ...deed('one'), kind: 'answer' } as const;
    await store.change(write(1, { put: [record('r4')], deed: answer }));
    await store.change(write(2, { put: [record('r5')], deed: { ...answer, key: 'two' } }));
    expect(await store.findDeed(subject, 'one')).toEqual(answer);
    expect(await store.change(write(9, { deed: deed('forgets') }))).toBe('moved');
    expect(await store.findDeed(subject, 'one')).toEqual(answer);
    await store.change(write(3, { remove: ['r4'], deed: deed('forgets') }));
    expect(await store.findDeed(subject, 'one')).toEqual({ ...answer, command: null });
    expect(await store.findDeed(subject, 'two')).toMatchObject({ command: null });
    expect(await store.findDeed(subject, 'forgets')).toEqual(deed('forgets'));
  });

  test('is there for another store over the same storage, as after a reload, and for no other brand', async () => {
    const persistence = unkept();
    const before = memoryHoldings(persistence);
    await before.add(subject, held);
    await before.change(write(1, { remove: ['r1'], deed: deed('one') }));
    const after = memoryHoldings(persistence);
    expect((await after.read(subject))?.holdings.records.map(({ id }) => id)).toEqual(['r2', 'r3']);
    expect(await after.findDeed(subject, 'one')).toEqual(deed('one'));
    const elsewhere = { ...subject, brand: 'b-brand' };
    expect([await after.read(elsewhere), await after.findDeed(elsewhere, 'one')]).toEqual([null, null]);
    // A change by the one is seen by the other.
    await after.change(write(2, { remove: ['r2'] }));
    expect((await before.read(subject))?.holdings.records.map(({ id }) => id)).toEqual(['r3']);
  });
});
