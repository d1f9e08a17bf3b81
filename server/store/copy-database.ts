import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Writes a copy of a SQLite database that may be in use: the state of one moment, with every commit before it and none
 * after. What was erased is not in it, for free pages are left out; nor is a key that is to be destroyed when its week
 * closes, which nobody could do in a backup. The file is there whole and synced, or not at all.
 */
export function copyDatabase(from: string, to: string): void {
  const part = `${to}.part`;
  // What an earlier attempt left behind; VACUUM INTO writes no file that holds anything.
  rmSync(part, { force: true });
  closeSync(openSync(part, 'wx', 0o600));
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    database.prepare('vacuum into ?').run(part);
    leaveWeekKeysOut(part);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    database.close();
  }
  chmodSync(part, 0o600);
  sync(part);
  renameSync(part, to);
  sync(dirname(to));
}

function leaveWeekKeysOut(file: string): void {
  const copy = new DatabaseSync(file);
  try {
    copy.exec('pragma journal_mode = memory; pragma synchronous = off; pragma secure_delete = on');
    const known = copy.prepare("select 1 from sqlite_schema where name = 'expectation_week'").get();
    if (known) copy.exec('delete from expectation_week');
  } finally {
    copy.close();
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
