import { importJWK, type JWK } from 'jose';
import * as z from 'zod/mini';
import { ReceiptKey } from '#contract/capabilities.ts';
import type { SigningKey } from '#rules/receipt.ts';
import { StartError } from '#server/start-error.ts';
import { outcomeOf } from './append.ts';
import { newSigningKey } from './new-signing-key.ts';
import type { Database } from './schema.ts';

/** What receipts are signed with, and what they are checked with, as they were last read. */
export interface SigningKeys {
  /** The oldest that is not retired: a newer one waits, published, until every server has read it; see key-rotation.ts. */
  readonly current: SigningKey;
  /** Public halves: the current one first, then what waits, then what is retired, for as long as the database lives. */
  readonly published: readonly ReceiptKey[];
  /** Reads them again, for another process may have added or retired one. Where it rejects, nothing is changed. */
  readonly refresh: () => Promise<void>;
}

type Keys = Pick<SigningKeys, 'current' | 'published'>;

/** The keys of this database; the first is made at the first start, by one server where several start at once. */
export async function loadSigningKeys(database: Database, now: () => string): Promise<SigningKeys> {
  let keys = await readKeys(database);
  while (keys === null) {
    await makeFirstKey(database, now());
    keys = await readKeys(database);
  }
  let last: Keys = keys;
  return {
    get current() {
      return last.current;
    },
    get published() {
      return last.published;
    },
    refresh: async () => {
      const read = await readKeys(database, last.current);
      if (read === null) throw new Error('Every signing key is retired. Start a server: it makes a new one.');
      last = read;
    },
  };
}

/** Public halves only, for whoever checks and does not sign. */
export async function readPublishedKeys(database: Database): Promise<readonly ReceiptKey[]> {
  const rows = await database.selectFrom('signing_key').select('public_jwk').execute();
  return rows.map(publicHalf);
}

/** Null where no key can sign. `known` is not opened again. */
async function readKeys(database: Database, known: SigningKey | null = null): Promise<Keys | null> {
  const rows = await database.selectFrom('signing_key').selectAll().orderBy('created_at').orderBy('kid').execute();
  const usable = rows.filter(({ retired_at }) => retired_at === null);
  const retired = rows.filter(({ retired_at }) => retired_at !== null).toReversed();
  const [current] = usable;
  if (!current) return null;
  if (current.private_jwk === null) {
    throw new StartError(`Signing key ${current.kid} is not retired and has no private half. Say when it was retired.`);
  }
  return {
    current: known?.kid === current.kid ? known : await openKey(current.kid, current.private_jwk),
    published: [...usable, ...retired].map(publicHalf),
  };
}

const publicHalf = ({ public_jwk }: { public_jwk: string }): ReceiptKey => z.parse(ReceiptKey, JSON.parse(public_jwk));

async function openKey(kid: string, privateJwk: string): Promise<SigningKey> {
  // Extractable, for Node's own signing takes it out of WebCrypto.
  const key = await importJWK(JSON.parse(privateJwk) as JWK, 'EdDSA', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('The signing key in the database is not an Ed25519 key.');
  return { kid, key };
}

async function makeFirstKey(database: Database, createdAt: string): Promise<void> {
  const row = await newSigningKey(createdAt);
  try {
    // Serializable: of two that both find no key, one may not commit.
    await database
      .transaction()
      .setIsolationLevel('serializable')
      .execute(async (work) => {
        const before = await work.selectFrom('signing_key').select('kid').where('retired_at', 'is', null).execute();
        if (before.length === 0) await work.insertInto('signing_key').values(row).execute();
      });
  } catch (error) {
    if (outcomeOf(error) !== 'moved') throw error;
  }
}
