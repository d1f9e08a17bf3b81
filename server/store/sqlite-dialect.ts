import type { DatabaseSync, StatementSync, SQLInputValue } from 'node:sqlite';
import {
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
} from 'kysely';

const keptStatements = 200;

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
  return new TransactionalDialect({ database: wrapped }, () => database.isTransaction);
}

/**
 * SQLite can undo a half-run migration, which Kysely does not ask of it: a kill in the middle must leave nothing. And
 * after some errors, a full disk among them, it has undone the transaction by itself: to ask for that again would fail,
 * and that failure would hide the reason.
 */
class TransactionalDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #inTransaction: () => boolean;

  constructor(config: SqliteDialectConfig, inTransaction: () => boolean) {
    super(config);
    this.#config = config;
    this.#inTransaction = inTransaction;
  }

  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true;
      }
    })();
  }

  override createDriver(): SqliteDriver {
    const inTransaction = this.#inTransaction;
    return new (class extends SqliteDriver {
      override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
        if (inTransaction()) await super.rollbackTransaction(connection);
      }
    })(this.#config);
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
