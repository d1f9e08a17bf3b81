import { sql } from 'kysely';
import type { Instant } from '#contract/primitives.ts';
import type { ExpectationStore } from '#backend/expectation-store.ts';
import type { HoldingsStore } from '#backend/holdings-store.ts';
import type { SessionStore, SubjectStore } from '#backend/subject-store.ts';
import type { UsedTokens } from '#backend/used-tokens.ts';
import { isPostgresAddress } from '#server/config.ts';
import { privateFile } from './data-folder.ts';
import { expectationStore } from './expectations.ts';
import { holdingsStore } from './holdings.ts';
import { openPostgres } from './postgres.ts';
import { subjectStore } from './repository.ts';
import type { Database } from './schema.ts';
import { dropEndedSessions, sessionStore } from './sessions.ts';
import { loadSigningKeys, type SigningKeys } from './signing-keys.ts';
import { openEmbedded } from './sqlite.ts';
import { usedTokens } from './used-tokens.ts';

/** Everything the server keeps. */
export interface Store {
  readonly database: Database;
  readonly subjects: SubjectStore;
  readonly sessions: SessionStore;
  readonly tokens: UsedTokens;
  readonly holdings: HoldingsStore;
  readonly expectations: ExpectationStore;
  readonly keys: SigningKeys;
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens the store at a place: the address of a Postgres database, or the folder of the embedded one. It is made or
 * brought up to date if need be. Rejects where it is not durable (I8).
 */
export async function openStore(place: string, now: () => Instant): Promise<Store> {
  const engine = await (isPostgresAddress(place)
    ? openPostgres(place)
    : openEmbedded(privateFile(place, 'evenhand.db')));
  const { database, close } = engine;
  try {
    await dropEndedSessions(database, now());
    return {
      database,
      subjects: subjectStore(engine, now),
      sessions: sessionStore(engine),
      tokens: usedTokens(database),
      holdings: holdingsStore(engine),
      expectations: expectationStore(engine),
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
