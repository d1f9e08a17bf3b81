import * as z from 'zod/mini';

/** Bytes as a JWK writes them: base64url (RFC 7515) of so many characters. */
const bytes = (shortest: number, longest = shortest) =>
  z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.minLength(shortest), z.maxLength(longest));

/** `kid` is how a token names the key, and the only thing that it says of it. */
const every = {
  kid: z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,64}$/)),
  use: z.optional(z.literal('sig')),
};

/**
 * A key that a brand signs customers in with: the public half of a JWK, its algorithm pinned. Strict, so that the
 * private half can never be taken in by mistake.
 */
export const SignInKey = z.discriminatedUnion('alg', [
  z.strictObject({
    ...every,
    alg: z.literal('EdDSA'),
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: bytes(43),
  }),
  z.strictObject({
    ...every,
    alg: z.literal('ES256'),
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: bytes(43),
    y: bytes(43),
  }),
  // 2048 bits and more: shorter ones can be factored with enough machines.
  z.strictObject({ ...every, alg: z.literal('RS256'), kty: z.literal('RSA'), n: bytes(342, 1366), e: bytes(2, 6) }),
]);
export type SignInKey = z.infer<typeof SignInKey>;

/** How a brand signs its customers in: who its tokens are from, and the keys that they may be signed with. */
export const SignIn = z.strictObject({
  /** What a token's `iss` must be, to the letter. */
  issuer: z.string().check(z.minLength(1), z.maxLength(200)),
  keys: z.array(SignInKey).check(z.minLength(1), z.maxLength(10)),
});
export type SignIn = z.infer<typeof SignIn>;
