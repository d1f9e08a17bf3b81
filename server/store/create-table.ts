import { PostgresAdapter, sql, type CreateTableBuilder, type Kysely } from 'kysely';

/** Whole numbers below 2,147,483,648, so no milliseconds; `?` marks what may be absent. */
export type Column = 'text' | 'integer' | 'text?';

export const isPostgres = (database: Pick<Kysely<unknown>, 'getExecutor'>): boolean =>
  database.getExecutor().adapter instanceof PostgresAdapter;

/**
 * Text on every engine: ordered and compared by its bytes. SQLite does so by itself; Postgres would take the order of
 * the language that the database was made with.
 */
export const textOf = (database: Kysely<unknown>) => (isPostgres(database) ? sql`text collate "C"` : ('text' as const));

/** A table with its columns and its key. */
export function table(
  database: Kysely<unknown>,
  name: string,
  columns: Readonly<Record<string, Column>>,
  key: readonly [string, ...string[]],
): CreateTableBuilder<string, string> {
  const text = textOf(database);
  let builder: CreateTableBuilder<string, string> = database.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    builder = builder.addColumn(column, type === 'integer' ? 'integer' : text, (it) =>
      type === 'text?' ? it : it.notNull(),
    );
  }
  return builder.addPrimaryKeyConstraint(`${name}_key`, [...key]);
}
