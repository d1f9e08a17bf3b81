import { sql } from 'kysely';
import type { Instant } from '#contract/primitives.ts';
import { StartError } from '#server/start-error.ts';
import { newSigningKey } from './new-signing-key.ts';
import type { Database } from './schema.ts';

/** A signing key, without its secret. */
export interface KeyRow {
  readonly kid: string;
  readonly createdAt: Instant;
  /** Null = it signs, or waits for its turn. */
  readonly retiredAt: Instant | null;
}

/** Oldest first. The first that is not retired signs. */
export async function listKeys(database: Database): Promise<readonly KeyRow[]> {
  const rows = await database
    .selectFrom('signing_key')
    .select(['kid', 'created_at', 'retired_at'])
    .orderBy('created_at')
    .orderBy('kid')
    .execute();
  return rows.map(({ kid, created_at: createdAt, retired_at: retiredAt }) => ({ kid, createdAt, retiredAt }));
}

/**
 * The first step of a change: puts a key beside the one that signs. Servers publish it as soon as they read it, and none
 * signs with it yet, so that nobody meets a receipt whose key is not published. One that waits already is taken.
 */
export async function publishNextKey(database: Database, now: Instant): Promise<KeyRow> {
  const [current, next] = (await listKeys(database)).filter(({ retiredAt }) => retiredAt === null);
  if (next) return next;
  if (!current) throw new StartError('No key signs in this database yet. Start the server first: it makes one.');
  // Never older than the one that signs, whatever this machine's clock says: the oldest signs.
  const after = Date.parse(current.createdAt) + 1;
  const row = await newSigningKey(new Date(Math.max(Date.parse(now), after)).toISOString());
  await database.insertInto('signing_key').values(row).execute();
  return { kid: row.kid, createdAt: row.created_at, retiredAt: null };
}

/**
 * The last step: retires every key that is older than this one and erases its private half. The public half stays, so
 * that what it signed can be checked for ever. Answers with the names of those retired now.
 */
export async function retireKeysBefore(database: Database, next: KeyRow, now: Instant): Promise<readonly string[]> {
  const retired = await database
    .updateTable('signing_key')
    .set({ retired_at: now, private_jwk: null })
    .where('retired_at', 'is', null)
    .where('created_at', '<', next.createdAt)
    .returning('kid')
    .execute();
  return retired.map(({ kid }) => kid);
}

/** Postgres: writes the table anew, without the rows that were erased. It is a few rows long. */
export async function rewriteKeys(database: Database): Promise<void> {
  await sql`vacuum full signing_key`.execute(database);
}
