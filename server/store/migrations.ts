import { Migrator, type Migration } from 'kysely/migration';
import { StartError } from '#server/start-error.ts';
import { addDeeds } from './add-deeds.ts';
import { addFastCompression } from './add-fast-compression.ts';
import { addSignIn } from './add-sign-in.ts';
import { firstTables } from './first-tables.ts';
import type { Database } from './schema.ts';

export type Migrations = Readonly<Record<string, Migration>>;

/**
 * What was done to the tables, in the order of the names; the same list on every engine. Forward only: what is
 * published is never edited, a mistake is mended by the next one.
 *
 * Two versions of the server run side by side while one takes the place of the other, so a migration only adds: a
 * table, a column that may be absent or has a default, or a way to pack what is stored from now on. It changes the
 * catalogue and reads or rewrites no row: it has a table's lock for milliseconds, whatever its size. Its name says so,
 * `002_add_…`, and the version before it goes on working, and may even be started again. A name without `add_` tells
 * every older version not to start.
 */
export const migrations: Migrations = {
  '001_first_tables': { up: firstTables },
  '002_add_sign_in': { up: addSignIn },
  '003_add_fast_compression': { up: addFastCompression },
  '004_add_deeds': { up: addDeeds },
};

const onlyAdds = (name: string): boolean => /^\d{3}_add_/.test(name);

/**
 * Brings the tables up to what this version of the server needs. Running it again changes nothing; of several servers
 * that start at once one does the work and the others wait for it.
 */
export async function migrate(database: Database, ours: Migrations = migrations): Promise<void> {
  const before = await doneMigrations(database);
  const later = before.filter((name) => !(name in ours));
  const breaking = later.find((name) => !onlyAdds(name));
  if (breaking !== undefined) {
    throw new StartError(
      `The database was written by a newer Evenhand (${breaking}). Start that version, or name another database.`,
    );
  }
  if (Object.keys(ours).every((name) => before.includes(name))) return;

  // To the migrator those of a newer version are done, like ours that are done: it runs nothing of them.
  const done: Migrations = Object.fromEntries(later.map((name) => [name, { up: async () => {} }]));
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...ours, ...done }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // Another server did something since we looked.
  if ((await doneMigrations(database)).length > before.length) return migrate(database, ours);
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'reading its state';
  throw new StartError(
    `The database could not be brought up to date (${failed} failed: ${reasonOf(error)}); nothing in it was changed.`,
    { cause: error },
  );
}

/** The names of migrations that were done here, by this version or another. */
async function doneMigrations(database: Database): Promise<string[]> {
  try {
    const done = await database
      .withTables<{ kysely_migration: { name: string } }>()
      .selectFrom('kysely_migration')
      .select('name')
      .execute();
    return done.map(({ name }) => name);
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    // The two engines' words for a table that is not there: nobody was here before.
    if (code === '42P01' || message === 'no such table: kysely_migration') return [];
    throw error;
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'no reason given');
