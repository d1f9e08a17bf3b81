import { hash, KeyObject, sign } from 'node:crypto';
import type { Sha256 } from '#rules/chain.ts';
import type { SigningEngine } from '#rules/receipt.ts';

/**
 * The arithmetic of this machine's Node. WebCrypto sends every hash and signature to another thread and back, which
 * costs ten times what hashing a few hundred bytes does, and a decision takes five hashes and a signature.
 */
export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'hex');

const opened = new WeakMap<CryptoKey, KeyObject>();

const keyObject = (key: CryptoKey): KeyObject => {
  const known = opened.get(key) ?? KeyObject.from(key);
  opened.set(key, known);
  return known;
};

export const signing: SigningEngine = {
  base64url: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url'),
  sign: (bytes, key) => sign(null, bytes, keyObject(key)),
};
