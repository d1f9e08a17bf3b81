import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newSubject } from '#rules/subject.ts';
import type { LogRow } from '#backend/subject-store.ts';
import { lockFolder } from '#server/lock.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { closeSqlite, openSqlite, proveDurable } from '#server/store/sqlite.ts';
import { bodyOf, seal } from '#rules/chain.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeFolders);

const now = () => '2026-11-22T12:00:00.000Z';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore(folder, now);
});
afterEach(() => store.close());

/** A row of the log as the service makes it. */
const row = async (seq: number, key: string | null): Promise<LogRow> => {
  const item = {
    choice: 'a.b',
    value: 'off',
    outcome: 'applied',
    before: null,
    seq,
    until: null,
    gpcAck: false,
  } as const;
  const entry = {
    seq,
    at: now(),
    by: 'customer',
    notice: { version: 1, hash: 'a'.repeat(64) },
    items: [item],
    raced: false,
  } as const;
  const body = bodyOf({ ...entry, items: [...entry.items] }, { subject: 's', evidence: null });
  const sealed = { ...entry, items: [...entry.items], hash: await seal(null, body) };
  return {
    entry: sealed,
    body,
    receipt: `receipt ${seq}`,
    key,
    command: key && 'b'.repeat(64),
    evidence: { salt: 'c', text: '{}' },
  };
};

const stateAt = (seq: number) => ({ ...newSubject, seq });

describe('the embedded store', () => {
  test('is durable: it says so only of an engine that writes every commit through', () => {
    const file = openSqlite(join(folder, 'other.db'));
    expect(file.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(file.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(file.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
    expect(() => proveDurable(file)).not.toThrow();
    file.exec('PRAGMA synchronous = NORMAL');
    expect(() => proveDurable(file)).toThrow(/not durable here \(journal_mode is wal, synchronous is 1\)/);
    closeSqlite(file);
    const inMemory = new DatabaseSync(':memory:');
    inMemory.exec('PRAGMA journal_mode = WAL');
    expect(() => proveDurable(inMemory)).toThrow(/Set EVENHAND_DATA_DIR to a folder on a local disk/);
    inMemory.close();
  });

  test('lets nobody else read its files', () => {
    expect(statSync(join(folder, 'evenhand.db')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'evenhand.db-wal')).mode & 0o077).toBe(0);
  });

  test('is opened again as it was left, with the same signing key', async () => {
    const subject = await store.subjects.subjectFor('shop', 'demo:maya');
    const { kid } = store.keys.current;
    await store.close();
    store = await openStore(folder, now);
    expect(await store.subjects.subjectFor('shop', 'demo:maya')).toEqual(subject);
    expect(store.keys.current.kid).toBe(kid);
    expect(JSON.stringify(store.keys.published)).not.toContain('"d"');
  });

  test('refuses a database that a newer version wrote', async () => {
    await store.close();
    const file = new DatabaseSync(join(folder, 'evenhand.db'));
    file.exec("insert into kysely_migration (name, timestamp) values ('999_later', '2027-01-01')");
    file.close();
    await expect(openStore(folder, now)).rejects.toThrow(/written by a newer Evenhand/);
    const again = new DatabaseSync(join(folder, 'evenhand.db'));
    again.exec("delete from kysely_migration where name = '999_later'");
    again.close();
    store = await openStore(folder, now);
  });
});

describe('a write', () => {
  test('is kept whole: entry, state, evidence and what others are still to be told', async () => {
    const subject = await store.subjects.subjectFor('shop', null);
    const first = await row(1, 'key-1');
    expect(await store.subjects.append({ subject, version: 0, rows: [first], state: stateAt(1) })).toBe('stored');
    expect(await store.subjects.load(subject)).toEqual({ state: stateAt(1), version: 1 });
    expect(await store.subjects.findByKey(subject, 'key-1')).toEqual(first);
    expect(await store.subjects.receipt(subject, 1)).toBe('receipt 1');
    const told = await store.database.selectFrom('outbox').select(['seq', 'topic', 'subject_id']).execute();
    expect(told).toEqual([{ seq: 1, topic: 'decided', subject_id: subject.id }]);
  });

  test('on a version that has moved on writes nothing', async () => {
    const subject = await store.subjects.subjectFor('shop', null);
    await store.subjects.append({ subject, version: 0, rows: [await row(1, 'key-1')], state: stateAt(1) });
    const late = { subject, version: 0, rows: [await row(1, 'key-2')], state: stateAt(1) };
    expect(await store.subjects.append(late)).toBe('moved');
    expect(await store.subjects.findByKey(subject, 'key-2')).toBeNull();
    expect(await store.subjects.load(subject)).toEqual({ state: stateAt(1), version: 1 });
  });

  test('under a key that is taken writes nothing, not even the first of its rows', async () => {
    const subject = await store.subjects.subjectFor('shop', null);
    await store.subjects.append({ subject, version: 0, rows: [await row(1, 'key-1')], state: stateAt(1) });
    const rows = [await row(2, 'key-2'), await row(3, 'key-1')];
    expect(await store.subjects.append({ subject, version: 1, rows, state: stateAt(3) })).toBe('key_taken');
    expect(await store.subjects.list(subject, { before: 9, limit: 9 })).toHaveLength(1);
    expect(await store.subjects.load(subject)).toEqual({ state: stateAt(1), version: 1 });
    const told = await store.database.selectFrom('outbox').select('seq').execute();
    expect(told).toEqual([{ seq: 1 }]);
  });

  test('of two at once is stored once', async () => {
    const subject = await store.subjects.subjectFor('shop', null);
    const writes = await Promise.all(
      [1, 2, 3, 4].map(async (one) =>
        store.subjects.append({ subject, version: 0, rows: [await row(1, `key-${one}`)], state: stateAt(1) }),
      ),
    );
    expect(writes.toSorted()).toEqual(['moved', 'moved', 'moved', 'stored']);
  });
});

describe('a reader', () => {
  test('gets the log page by page, newest first', async () => {
    const subject = await store.subjects.subjectFor('shop', null);
    const rows = await Promise.all([1, 2, 3, 4].map((seq) => row(seq, null)));
    await store.subjects.append({ subject, version: 0, rows, state: stateAt(4) });
    const seqs = async (before: number, limit: number) =>
      (await store.subjects.list(subject, { before, limit })).map(({ seq }) => seq);
    expect(await seqs(5, 2)).toEqual([4, 3]);
    expect(await seqs(3, 2)).toEqual([2, 1]);
    expect(await seqs(1, 2)).toEqual([]);
  });

  test('with the right id finds nothing under another brand', async () => {
    const subject = await store.subjects.subjectFor('shop', 'demo:maya');
    await store.subjects.append({ subject, version: 0, rows: [await row(1, 'key-1')], state: stateAt(1) });
    await store.holdings.add(subject, { customer: { name: 'Maya' }, records: [], events: [] });
    const stranger = { ...subject, brand: 'other' };
    expect(await store.subjects.load(stranger)).toBeNull();
    expect(await store.subjects.findByKey(stranger, 'key-1')).toBeNull();
    expect(await store.subjects.list(stranger, { before: 9, limit: 9 })).toEqual([]);
    expect(await store.subjects.receipt(stranger, 1)).toBeNull();
    expect(await store.holdings.read(stranger)).toBeNull();
    expect(
      await store.subjects.append({ subject: stranger, version: 1, rows: [await row(2, null)], state: stateAt(2) }),
    ).toBe('moved');
    expect(await store.subjects.subjectFor('other', 'demo:maya')).not.toEqual(subject);
  });

  test('who asks for one identifier many times at once gets one subject', async () => {
    const subjects = await Promise.all(Array.from({ length: 8 }, () => store.subjects.subjectFor('shop', 'demo:noor')));
    expect(new Set(subjects.map(({ id }) => id)).size).toBe(1);
    expect(await store.subjects.load({ brand: 'shop', id: subjects[0]?.id ?? '' })).not.toBeNull();
  });
});

describe('a data folder', () => {
  test('is used by one at a time, and the second is told who and what to do', () => {
    const release = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(
      `Another Evenhand (process ${process.pid}) already uses ${folder}. Stop it, or set EVENHAND_DATA_DIR to another folder.`,
    );
    release();
    const again = lockFolder(folder);
    again();
  });
});
