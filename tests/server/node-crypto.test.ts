import fc from 'fast-check';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { expect, test } from 'vitest';
import { signReceipt, type ReceiptClaims } from '#rules/receipt.ts';
import { commitTo, digest, seal } from '#rules/chain.ts';
import { sha256, signing } from '#server/node-crypto.ts';

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);

test('the server’s own hash gives what that of browsers gives, for every text, link and commitment', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), hash, async (text, before) => {
      expect(await digest(text, sha256)).toBe(await digest(text));
      expect(await seal(before, text, sha256)).toBe(await seal(before, text));
      expect(await seal(null, text, sha256)).toBe(await seal(null, text));
      const evidence = { userAgent: text.toWellFormed() };
      expect(await commitTo(before, evidence, sha256)).toBe(await commitTo(before, evidence));
    }),
    { numRuns: 100 },
  );
});

test('the server signs a receipt to the same letters as a browser with the same key', async () => {
  const { privateKey: key, publicKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const kid = await calculateJwkThumbprint(await exportJWK(publicKey));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const claims = { v: 1, iss: text.toWellFormed() } as ReceiptClaims;
      expect(await signReceipt(claims, { kid, key }, signing)).toBe(await signReceipt(claims, { kid, key }));
    }),
    { numRuns: 50 },
  );
});
