import { Kysely, sql } from 'kysely';
import type { Instant } from '#contract/primitives.ts';
import type { SessionStore, SubjectStore } from '#backend/subject-store.ts';
import { privateFile } from './data-folder.ts';
import { holdingsStore, type HoldingsStore } from './holdings.ts';
import { migrate } from './migrations.ts';
import { subjectStore } from './repository.ts';
import type { Database, Tables } from './schema.ts';
import { dropEndedSessions, sessionStore } from './sessions.ts';
import { loadSigningKeys, type SigningKeys } from './signing-keys.ts';
import { closeSqlite, openSqlite, sqliteDialect } from './sqlite.ts';

/** Everything the server keeps, in one file of its data folder. */
export interface Store {
  readonly database: Database;
  readonly subjects: SubjectStore;
  readonly sessions: SessionStore;
  readonly holdings: HoldingsStore;
  readonly keys: SigningKeys;
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the store of a data folder, made or brought up to date if need be. Rejects where it is not durable (I8). */
export async function openStore(dataDir: string, now: () => Instant): Promise<Store> {
  const file = openSqlite(privateFile(dataDir, 'evenhand.db'));
  const database: Database = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  const close = async (): Promise<void> => {
    await database.destroy();
    closeSqlite(file);
  };
  try {
    await migrate(database);
    await dropEndedSessions(database, now());
    return {
      database,
      subjects: subjectStore(database, now),
      sessions: sessionStore(database),
      holdings: holdingsStore(database),
      keys: await loadSigningKeys(database, now),
      async answers() {
        try {
          await sql`select 1 from brand`.execute(database);
          return true;
        } catch {
          return false;
        }
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
