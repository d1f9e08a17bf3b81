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
  base64url: (given) =>
    (typeof given === 'string'
      ? Buffer.from(given)
      : Buffer.from(given.buffer, given.byteOffset, given.byteLength)
    ).toString('base64url'),
  // The text is ASCII, whose bytes are the same in Latin-1, which is faster to write.
  sign: (text, key) => sign(null, Buffer.from(text, 'latin1'), keyObject(key)),
};
