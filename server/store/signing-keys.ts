import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import * as z from 'zod/mini';
import { ReceiptKey } from '#contract/capabilities.ts';
import type { SigningKey } from '#rules/receipt.ts';
import type { Database } from './schema.ts';

/** What receipts are signed with, and what they are checked with. */
export interface SigningKeys {
  readonly current: SigningKey;
  /** Public halves: the current one first, retired ones after it, for as long as the database lives. */
  readonly published: readonly ReceiptKey[];
}

/** The keys of this data folder; the first is made at the first start. */
export async function loadSigningKeys(database: Database, now: () => string): Promise<SigningKeys> {
  const rows = await database.selectFrom('signing_key').selectAll().orderBy('created_at', 'desc').execute();
  const current = rows.find((row) => row.retired_at === null && row.private_jwk !== null);
  if (!current?.private_jwk) {
    await makeKey(database, now());
    return loadSigningKeys(database, now);
  }
  // Extractable, for Node's own signing takes it out of WebCrypto.
  const privateKey = await importJWK(JSON.parse(current.private_jwk) as JWK, 'EdDSA', { extractable: true });
  if (privateKey instanceof Uint8Array) throw new Error('The signing key in the database is not an Ed25519 key.');
  const inOrder = [current, ...rows.filter((row) => row !== current)];
  return {
    current: { kid: current.kid, key: privateKey },
    published: inOrder.map((row) => z.parse(ReceiptKey, JSON.parse(row.public_jwk))),
  };
}

async function makeKey(database: Database, createdAt: string): Promise<void> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const publicJwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const published = z.parse(ReceiptKey, { ...publicJwk, kid, alg: 'EdDSA', use: 'sig' });
  await database
    .insertInto('signing_key')
    .values({
      kid,
      public_jwk: JSON.stringify(published),
      private_jwk: JSON.stringify(await exportJWK(pair.privateKey)),
      created_at: createdAt,
      retired_at: null,
    })
    .execute();
}
