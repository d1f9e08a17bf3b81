import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { StartError } from '#server/start-error.ts';
import { appendTogether } from './append-together.ts';
import type { Engine } from './engine.ts';
import { findSession } from './find-session.ts';
import { migrate } from './migrations.ts';
import type { Database, Tables } from './schema.ts';
import { scrubber } from './scrubber.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** How long a statement waits for another process that reads or backs up the file. */
const busyTimeout = 5_000;

/** Opens the embedded store: SQLite in one file, made up to date and proven durable (I8). */
export async function openEmbedded(path: string): Promise<Engine> {
  const file = openSqlite(path);
  const database: Database = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  const scrubbing = scrubber(database);
  const close = async (): Promise<void> => {
    await scrubbing.stop();
    await database.destroy();
    closeSqlite(file);
  };
  try {
    await migrate(database);
    const { scrub } = scrubbing;
    return { database, append: appendTogether(database), findSession: findSession(database), scrub, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens a file with every commit written through, or throws. */
export function openSqlite(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: true, defensive: true });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    // What is deleted or written over becomes zeros in the file, and no copy of anything goes to a folder of others.
    database.exec('PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY');
    proveDurable(database);
  } catch (error) {
    database.close();
    if (/not a database|malformed/.test(String(error))) {
      throw new StartError(
        `${file} is damaged. Put a backup in its place, or set EVENHAND_DATA_DIR to another folder.`,
      );
    }
    throw error;
  }
  return database;
}

/**
 * Asks the engine what it really does. Some file systems cannot do WAL and then SQLite quietly goes on without it; a
 * server on such an engine would say "saved" and not know it.
 */
export function proveDurable(database: DatabaseSync): void {
  const settingOf = (name: string): string => String(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
  const found = { journal_mode: settingOf('journal_mode'), synchronous: settingOf('synchronous') };
  if (found.journal_mode !== 'wal' || found.synchronous !== '2') {
    throw new StartError(
      `The database is not durable here (journal_mode is ${found.journal_mode}, synchronous is ${found.synchronous}). ` +
        'Set EVENHAND_DATA_DIR to a folder on a local disk.',
    );
  }
}

/** Writes what is in the log file into the database file and closes it. */
export function closeSqlite(database: DatabaseSync): void {
  if (!database.isOpen) return;
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}
