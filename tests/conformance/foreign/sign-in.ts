import { readFileSync } from 'node:fs';
import { importJWK, SignJWT, type JWK } from 'jose';

/** Makes sign-in tokens as the brand would, for customers that are the suite's own; or ones that say something else. */
export type SignIn = (customer: string, claims?: Readonly<Record<string, unknown>>) => Promise<string>;

/** Who signs and for whom: the token's `iss` and `aud`. */
export interface Parties {
  readonly issuer: string;
  readonly audience: string;
}

/** Reads the brand's private key, a JWK. Throws an `Error` that says how to mend it. */
export const readKey = (file: string): JWK & { alg: string } => {
  const make = 'Make one with: npx node tests/conformance/run.ts --new-key <file>.';
  let key: JWK;
  try {
    key = JSON.parse(readFileSync(file, 'utf8')) as JWK;
  } catch (cause) {
    throw new Error(`The key ${file} cannot be read as JSON. ${make}`, { cause });
  }
  const alg = key.alg ?? { Ed25519: 'EdDSA', 'P-256': 'ES256' }[key.crv ?? ''];
  if (alg !== 'EdDSA' && alg !== 'ES256') {
    throw new Error(`The key ${file} is neither Ed25519 nor P-256. ${make}`);
  }
  if (key.d === undefined) throw new Error(`The key ${file} has no private half ("d"). ${make}`);
  return { ...key, alg };
};

/** Signs with the brand's key: good for two minutes and, where the server does as it should, once. */
export const signInWith = (key: JWK & { alg: string }, { issuer, audience }: Parties): SignIn => {
  const imported = importJWK(key, key.alg);
  return async (customer, claims = {}) => {
    const iat = Math.floor(Date.now() / 1000);
    const good = { iss: issuer, aud: audience, sub: customer, iat, exp: iat + 110, jti: crypto.randomUUID() };
    const header = { alg: key.alg, ...(key.kid !== undefined && { kid: key.kid }) };
    return new SignJWT({ ...good, ...claims }).setProtectedHeader(header).sign(await imported);
  };
};
