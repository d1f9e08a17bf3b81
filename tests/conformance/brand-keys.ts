import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import type { SignIn, SignInKey } from '#contract/sign-in.ts';

/** A key of the suite's brand: what it signs with, and what the backend knows of it. */
export interface BrandKey {
  readonly own: KeyObject;
  readonly known: SignInKey;
}

const made = (kid: string, alg: SignInKey['alg'], pair: ReturnType<typeof generateKeyPairSync>): BrandKey => ({
  own: pair.privateKey,
  known: { ...pair.publicKey.export({ format: 'jwk' }), kid, alg } as SignInKey,
});

/** One of each kind that a brand may have; `of` tells the keys of one brand from another's. */
export const newBrandKeys = (of: string): readonly BrandKey[] => [
  made(`${of}-ed`, 'EdDSA', generateKeyPairSync('ed25519')),
  made(`${of}-ec`, 'ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  made(`${of}-rsa`, 'RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })),
];

/** What every brand of the suite signs its customers in with. */
export const brandKeys = newBrandKeys('suite');
export const signIn: SignIn = { issuer: 'https://brand.example', keys: brandKeys.map(({ known }) => known) };

export const base64url = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** The signature of a key over a text, as a JWS carries it. */
export const signatureOf = ({ own, known }: BrandKey, text: string): Buffer => {
  const digest = known.alg === 'EdDSA' ? null : 'sha256';
  return sign(digest, Buffer.from(text), known.alg === 'ES256' ? { key: own, dsaEncoding: 'ieee-p1363' } : own);
};

/** A compact JWS over a header and a payload, byte for byte as given: also of what no library would write. */
export const signedText = (key: BrandKey, header: string, payload: string): string => {
  const text = `${base64url(header)}.${base64url(payload)}`;
  return `${text}.${base64url(signatureOf(key, text))}`;
};

/** What a good token says; `at` in milliseconds. */
export const goodClaims = (audience: string, at: number): Record<string, unknown> => {
  const iat = Math.floor(at / 1000);
  return { iss: signIn.issuer, aud: audience, sub: 'customer 1001', iat, exp: iat + 60, jti: randomUUID() };
};

/** A token as the brand's own site would sign it. */
export const tokenOf = (claims: Record<string, unknown>, key: BrandKey = brandKeys[0] as BrandKey): string =>
  signedText(key, JSON.stringify({ alg: key.known.alg, kid: key.known.kid, typ: 'JWT' }), JSON.stringify(claims));
