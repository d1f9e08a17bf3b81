import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from '#server/lock.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { closeSqlite, openSqlite, proveDurable } from '#server/store/sqlite.ts';
import { now } from './sample-rows.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeFolders);

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore(folder, now);
});
afterEach(() => store.close());

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

  test('writes over what it deletes, and puts no copy of anything into a folder of others', () => {
    const file = openSqlite(join(folder, 'other.db'));
    expect(file.prepare('PRAGMA secure_delete').get()).toEqual({ secure_delete: 1 });
    expect(file.prepare('PRAGMA temp_store').get()).toEqual({ temp_store: 2 });
    const words = Array.from({ length: 40 }, (_, index) => `secret-${index}-${'x'.repeat(500)}`);
    file.exec('create table said (word text)');
    for (const word of words) file.prepare('insert into said values (?)').run(word);
    file.exec('delete from said');
    closeSqlite(file);
    const bytes = readFileSync(join(folder, 'other.db'), 'latin1');
    expect(words.filter((word) => bytes.includes(word.slice(0, 12)))).toEqual([]);
  });

  test('lets nobody else read its files', () => {
    expect(statSync(join(folder, 'evenhand.db')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'evenhand.db-wal')).mode & 0o077).toBe(0);
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
