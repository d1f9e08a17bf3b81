import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { SubjectStore } from '#backend/subject-store.ts';
import { StartError } from '#server/start-error.ts';
import { openPostgresToRead } from './postgres.ts';
import { subjectStore } from './repository.ts';
import type { Database, Tables } from './schema.ts';
import { readPublishedKeys, type SigningKeys } from './signing-keys.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** A store that is looked at: the engine itself refuses every write, and nothing is brought up to date. */
export interface ReadStore {
  readonly database: Database;
  readonly subjects: Pick<SubjectStore, 'load'>;
  readonly keys: Pick<SigningKeys, 'published'>;
  readonly close: () => Promise<void>;
}

/** Opens a SQLite file, of a running server or of a backup. */
export async function openFileToRead(path: string): Promise<ReadStore> {
  const file = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  const database: Database = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  return readStore(database, path, async () => {
    await database.destroy();
    file.close();
  });
}

/** Opens a Postgres database at its address. */
export async function openDatabaseToRead(databaseUrl: string): Promise<ReadStore> {
  const database = openPostgresToRead(databaseUrl);
  return readStore(database, 'The database that DATABASE_URL names', () => database.destroy());
}

async function readStore(database: Database, name: string, close: () => Promise<void>): Promise<ReadStore> {
  try {
    const subjects = subjectStore({ database, append: refuse }, () => new Date().toISOString());
    return { database, subjects, keys: { published: await readPublishedKeys(database) }, close };
  } catch (error) {
    await close();
    throw new StartError(`${name} cannot be read as an Evenhand database: ${reasonOf(error)}.`, { cause: error });
  }
}

const refuse = (): Promise<never> => Promise.reject(new Error('This store is only read.'));

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'no reason given');
