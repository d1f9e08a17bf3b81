import { describe, expect, test } from 'vitest';
import {
  brandKeys,
  goodClaims,
  newBrandKeys,
  signedText,
  signIn,
  tokenOf,
  type BrandKey,
} from '#tests/conformance/brand-keys.ts';
import { checkSignInToken, type TokenFault } from './sign-in-token.ts';

const audience = 'https://privacy.example.com/v1/test-brand';
const now = Date.parse('2026-11-22T12:00:00.000Z');
const iat = now / 1000;
const claims = (more: object = {}): Record<string, unknown> => ({ ...goodClaims(audience, now), ...more });
const check = (token: string, at = now) => checkSignInToken(token, { signIn, audience, now: at });
const [ed, ec] = brandKeys as [BrandKey, BrandKey];
const { alg, kid } = ed.known;

const withHeader = (header: object | string, key = ed): string =>
  signedText(key, typeof header === 'string' ? header : JSON.stringify(header), JSON.stringify(claims()));

test('a good token says who the customer is, by each kind of key', async () => {
  for (const key of brandKeys) {
    const token = tokenOf(claims({ sub: 'c1', jti: 'j1', name: 'Maya', role: 'admin' }), key);
    expect(await check(token)).toEqual({ ok: true, claims: { sub: 'c1', jti: 'j1', exp: iat + 60, name: 'Maya' } });
  }
});

test('a brand without keys takes no token', async () => {
  expect(await checkSignInToken(tokenOf(claims()), { signIn: null, audience, now })).toEqual({
    ok: false,
    fault: 'no_keys',
  });
});

/** Every reason is met by a token that is wrong in this one way only. */
const wrong: readonly [TokenFault, string, () => string][] = [
  ['not_compact', 'four parts', () => `${tokenOf(claims())}.AAAA`],
  ['not_compact', 'no signature', () => tokenOf(claims()).replace(/[^.]+$/, '')],
  ['not_compact', 'a signature with padding', () => `${tokenOf(claims())}==`],
  [
    'not_compact',
    'a signature that ends in bits which nothing needs',
    () => tokenOf(claims()).replace(/.$/, (last) => ({ A: 'B', Q: 'R', g: 'h', w: 'x' })[last] ?? '~'),
  ],
  ['header', 'a header that is no JSON', () => withHeader('{')],
  ['header', 'a header that says a thing twice', () => withHeader(`{"alg":"${alg}","alg":"${alg}","kid":"${kid}"}`)],
  ['header', 'no kid', () => withHeader({ alg })],
  ['header', 'a key in the header', () => withHeader({ alg, kid, jwk: ed.known })],
  ['header', 'an address of keys in the header', () => withHeader({ alg, kid, jku: 'https://evil.example' })],
  ['header', 'something critical in the header', () => withHeader({ alg, kid, crit: ['exp'] })],
  ['header', 'another kind of token', () => withHeader({ alg, kid, typ: 'at+jwt' })],
  ['unknown_key', 'a name that no key has', () => withHeader({ alg, kid: '__proto__' })],
  ['algorithm', 'no algorithm', () => withHeader({ alg: 'none', kid })],
  ['algorithm', 'the algorithm of another key', () => withHeader({ alg: ec.known.alg, kid })],
  ['signature', 'another key of the brand', () => withHeader({ alg, kid }, ec)],
  ['signature', 'a key of somebody else', () => withHeader({ alg, kid }, newBrandKeys('forger')[0])],
  [
    'signature',
    'other claims than were signed',
    () => {
      const [header, , signature] = tokenOf(claims()).split('.');
      return [header, tokenOf(claims()).split('.')[1], signature].join('.');
    },
  ],
  ...(['iss', 'aud', 'sub', 'iat', 'exp', 'jti'] as const).map((name): [TokenFault, string, () => string] => [
    'claims',
    `no ${name}`,
    () => tokenOf(claims({ [name]: undefined })),
  ]),
  ['claims', 'a name with a control character', () => tokenOf(claims({ name: 'Maya\u0000' }))],
  ['claims', 'a list of audiences', () => tokenOf(claims({ aud: [audience] }))],
  ['claims', 'a time in words', () => tokenOf(claims({ exp: String(iat + 60) }))],
  ['claims', 'an empty customer', () => tokenOf(claims({ sub: '' }))],
  [
    'claims',
    'a claim said twice',
    () => signedText(ed, JSON.stringify({ alg, kid }), JSON.stringify(claims()).replace('{', '{"sub":"x",')),
  ],
  ['issuer', 'another issuer', () => tokenOf(claims({ iss: `${signIn.issuer}/` }))],
  ['audience', 'another brand’s address', () => tokenOf(claims({ aud: audience.replace('test', 'other') }))],
  ['life', 'good for too long', () => tokenOf(claims({ exp: iat + 121 }))],
  ['life', 'over before it begins', () => tokenOf(claims({ exp: iat }))],
  ['not_yet', 'from the future', () => tokenOf(claims({ iat: iat + 6, exp: iat + 60 }))],
  ['not_yet', 'not to be used yet', () => tokenOf(claims({ nbf: iat + 6 }))],
  ['expired', 'too old', () => tokenOf(claims({ iat: iat - 65, exp: iat - 5 }))],
];

describe('a token is refused, and the log says why:', () => {
  test.each(wrong)('%s, for %s', async (fault, _, token) => {
    expect(await check(token())).toEqual({ ok: false, fault });
  });
});

test('the clocks may be five seconds apart either way', async () => {
  const token = tokenOf(claims());
  for (const [seconds, ok] of [
    [-5, true],
    [-6, false],
    [64, true],
    [65, false],
  ] as const) {
    expect([seconds, (await check(token, now + seconds * 1000)).ok]).toEqual([seconds, ok]);
  }
});
