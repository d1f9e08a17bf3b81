import * as z from 'zod/mini';
import { Text } from './authored-fields.ts';

const part = (what: string) => z.optional(z.string().check(z.describe(what)));

/**
 * A public key as a JWK. Which parts each kind has is checked when the brand is loaded, with a sentence of its own: an
 * editor completes better from one list than from three alternatives.
 */
const AuthoredSignInKey = z.strictObject({
  kid: z
    .string()
    .check(
      z.regex(/^[A-Za-z0-9_.:-]{1,64}$/),
      z.describe('The name that tokens call the key by, such as 2026-11: letters, digits, and . : _ -.'),
    ),
  alg: z.enum(['EdDSA', 'ES256', 'RS256']),
  kty: z.enum(['OKP', 'EC', 'RSA']),
  crv: z.optional(z.enum(['Ed25519', 'P-256'])),
  x: part('The x of an EdDSA or ES256 key, in base64url.'),
  y: part('The y of an ES256 key, in base64url.'),
  n: part('The modulus of an RS256 key, in base64url.'),
  e: part('The exponent of an RS256 key, in base64url.'),
  use: z.optional(z.enum(['sig'])),
});

/** How the brand signs its customers in: docs/sign-in.md. */
export const AuthoredSignIn = z.strictObject({
  issuer: Text.check(z.maxLength(200), z.describe('The "iss" of the tokens that the brand signs.')),
  keys: z
    .array(AuthoredSignInKey)
    .check(
      z.minLength(1),
      z.maxLength(10),
      z.describe('The public keys that tokens may be signed with. Two while one takes the place of the other.'),
    ),
});
