import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod/mini';
import { ReceiptKey } from '#contract/capabilities.ts';

/** A new Ed25519 key as it is kept; its name is the RFC 7638 thumbprint of its public half. */
export async function newSigningKey(createdAt: string) {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const publicJwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const published = z.parse(ReceiptKey, { ...publicJwk, kid, alg: 'EdDSA', use: 'sig' });
  return {
    kid,
    public_jwk: JSON.stringify(published),
    private_jwk: JSON.stringify(await exportJWK(pair.privateKey)),
    created_at: createdAt,
    retired_at: null,
  };
}
