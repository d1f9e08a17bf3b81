import { sql, type Kysely } from 'kysely';
import { isPostgres } from './create-table.ts';

/**
 * Lets Postgres compress what is long with LZ4, where it was built with it: a receipt of 6 kB becomes as small as before
 * in a third of the time, which was a third of what a decision cost the database. What is stored stays as it
 * is: no row is read or rewritten, and the tables' locks are held for milliseconds.
 */
export async function addFastCompression(db: Kysely<unknown>): Promise<void> {
  if (!isPostgres(db)) return;
  const { rows } = await sql`
    select 1 from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)
  `.execute(db);
  if (rows.length === 0) return;
  const columns = { entry: ['body', 'receipt'], subject: ['state'], notice: ['document'], evidence: ['text'] };
  for (const [table, names] of Object.entries(columns)) {
    for (const name of names) {
      await sql`alter table ${sql.table(table)} alter column ${sql.ref(name)} set compression lz4`.execute(db);
    }
  }
}
