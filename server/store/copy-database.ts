import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Writes a copy of a SQLite database that may be in use: the state of one moment, with every commit before it and none
 * after. What was erased is not in it, for free pages are left out. The file is there whole and synced, or not at all.
 */
export function copyDatabase(from: string, to: string): void {
  const part = `${to}.part`;
  // What an earlier attempt left behind; VACUUM INTO writes no file that holds anything.
  rmSync(part, { force: true });
  closeSync(openSync(part, 'wx', 0o600));
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    database.prepare('vacuum into ?').run(part);
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

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
