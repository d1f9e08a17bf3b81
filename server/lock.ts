import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';
import { privateFile } from './store/data-folder.ts';

/**
 * Lets one process at a time use a data folder. The lock is SQLite's own on a small file, so the system takes it back
 * at the death of the process, however it died; the number beside it is only for the sentence.
 */
export function lockFolder(dataDir: string): () => void {
  const pidFile = privateFile(dataDir, 'evenhand.pid');
  const database = new DatabaseSync(privateFile(dataDir, 'evenhand.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!/locked|busy/i.test(String(error))) throw error;
    throw new StartError(
      `Another Evenhand${holderOf(pidFile)} already uses ${dataDir}. Stop it, or set EVENHAND_DATA_DIR to another folder.`,
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return () => {
    if (database.isOpen) database.close();
  };
}

function holderOf(pidFile: string): string {
  const pid = readFileSync(pidFile, 'utf8').trim();
  return /^\d+$/.test(pid) ? ` (process ${pid})` : '';
}
