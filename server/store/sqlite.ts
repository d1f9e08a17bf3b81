import { DatabaseSync, type StatementSync, type SQLInputValue } from 'node:sqlite';
import { StartError } from '#server/start-error.ts';
import { SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';

/** How long a statement waits for another process that reads or backs up the file. */
const busyTimeout = 5_000;
const keptStatements = 200;

/** Opens the embedded store: SQLite in one file, durable at every commit (I8), or an error. */
export function openSqlite(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: true, defensive: true });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
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

/** Kysely over `node:sqlite`, with the statements that come again and again kept prepared. */
export function sqliteDialect(database: DatabaseSync): SqliteDialect {
  const kept = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = asKyselyStatement(database.prepare(sql));
    kept.set(sql, statement);
    const oldest = kept.size > keptStatements ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  // Whoever opened the file closes it, with a checkpoint; Kysely only stops using it.
  const wrapped: SqliteDatabase = { prepare, close: () => kept.clear() };
  return new TransactionalDialect({ database: wrapped });
}

/** SQLite can undo a half-run migration, which Kysely does not ask of it: a kill in the middle must leave nothing. */
class TransactionalDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true;
      }
    })();
  }
}

const bound = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bound(parameters)),
    run: (parameters) => statement.run(...bound(parameters)),
    iterate: (parameters) => statement.iterate(...bound(parameters)),
  };
}

const uniqueViolation = 2067;

/** Was a row refused because another one has the same value in this column of a unique constraint. */
export function isTaken(error: unknown, column: string): boolean {
  return (
    error instanceof Error &&
    (error as { errcode?: number }).errcode === uniqueViolation &&
    error.message.includes(`.${column}`)
  );
}
