import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { ReceiptKey } from '#contract/capabilities.ts';
import type { Signer } from '#backend/signer.ts';
import { openSigningKey, signReceipt, type SigningKey } from '#rules/receipt.ts';
import type { KeptKey, Persistence } from './snapshot.ts';

const newKey = async (): Promise<KeptKey> => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x = '', d = '' } = await exportJWK(privateKey);
  const half = { kty: 'OKP', crv: 'Ed25519', x } as const;
  return { ...half, d, kid: await calculateJwkThumbprint(half) };
};

/** Signs with a key of its own, made once and kept with the decisions, so that receipts stay good as long as they do. */
export const memorySigner = ({ change }: Persistence, issuer: string): Signer => {
  const keyOf = async (): Promise<KeptKey> => {
    const kept = await change((snapshot) => ({ keep: snapshot, answer: snapshot.signingKey }));
    if (kept) return kept;
    const made = await newKey();
    return change((snapshot) => {
      const signingKey = snapshot.signingKey ?? made;
      return { keep: { ...snapshot, signingKey }, answer: signingKey };
    });
  };
  let opened: Promise<{ key: SigningKey; published: ReceiptKey }> | null = null;
  const open = async () => {
    const kept = await keyOf();
    const { d: _, ...half } = kept;
    return { key: await openSigningKey(kept), published: { ...half, alg: 'EdDSA', use: 'sig' } as const };
  };
  const keys = () => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    issuer: (brand) => `${issuer}/v1/${brand}`,
    keys: async () => [(await keys()).published],
    sign: async (claims) => signReceipt(claims, (await keys()).key),
  };
};
