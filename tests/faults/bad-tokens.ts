import { createHmac, randomUUID } from 'node:crypto';
import { base64url, signatureOf, signedText, tokenOf, type BrandKey } from '#tests/conformance/brand-keys.ts';
import type { Random } from '#tests/simulation/random.ts';

/** What a forger has: what a good token says, the brand's keys as the forger knows them, and keys of their own. */
export interface Forgery {
  readonly random: Random;
  /** The claims of a good token; new at every call. */
  readonly claims: () => Record<string, unknown>;
  /** The brand's keys. A kind that signs with them shows what not even the brand may say. */
  readonly brand: readonly BrandKey[];
  readonly forger: readonly BrandKey[];
  /** A token that was redeemed already. */
  readonly used: string;
}

type Kind = (forgery: Forgery) => string;

const headerOf = ({ known }: BrandKey, more: object = {}): Record<string, unknown> => ({
  alg: known.alg,
  kid: known.kid,
  ...more,
});
const json = (value: unknown): string => JSON.stringify(value);
const parts = (token: string): [string, string, string] => token.split('.') as [string, string, string];

/** Header fields that would have the token say how it is to be trusted or read. */
const fields = (forger: BrandKey): readonly object[] => [
  { jku: 'https://evil.example/jwks.json' },
  { x5u: 'https://evil.example/cert.pem' },
  { jwk: forger.known },
  { x5c: ['MIIB'] },
  { x5t: 'AAAA' },
  { crit: ['exp'] },
  { crit: [] },
  { b64: false, crit: ['b64'] },
  { zip: 'DEF' },
  { cty: 'JWT' },
  { typ: 'at+jwt' },
  { typ: 'evenhand-receipt+jwt' },
  { typ: null },
  { url: 'https://evil.example' },
  { nonce: 'x' },
];

const kids: readonly unknown[] = [
  '../../../../dev/null',
  '/proc/self/environ',
  "x' UNION SELECT 'key",
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  0,
  1,
  null,
  true,
  [],
  ['suite-ed'],
  { kid: 'suite-ed' },
  'SUITE-ED',
  'suite-ed\u0000',
  'suite-ed ',
  'suite-\u0435d',
  'k'.repeat(4000),
];

const seconds = (value: unknown): number => value as number;

/** What a token may not say, though the brand itself signs it. */
const badClaims = ({ random, claims }: Forgery): Record<string, unknown> => {
  const good = claims();
  const iat = seconds(good['iat']);
  const aud = String(good['aud']);
  return {
    ...good,
    ...random.pick<() => object>([
      () => ({
        iss: random.pick<unknown>([
          '',
          'https://brand.example/',
          'HTTPS://BRAND.EXAMPLE',
          null,
          ['https://brand.example'],
          1,
        ]),
      }),
      () => ({
        aud: random.pick<unknown>([
          '',
          `${aud}/`,
          aud.toUpperCase(),
          [aud],
          [aud, 'x'],
          null,
          'halden-row',
          aud.replace(/[^/]+$/, 'other-brand'),
        ]),
      }),
      () => ({ sub: random.pick<unknown>(['', null, 7, ['a'], {}, 's'.repeat(256)]) }),
      () => ({ jti: random.pick<unknown>(['', null, 7, [], 'j'.repeat(256)]) }),
      () => ({ exp: iat + random.whole(121, 100_000) }),
      () => ({ exp: iat - random.whole(0, 1000) }),
      () => ({ iat: iat - 1000, exp: iat - random.whole(5, 900) }),
      () => ({ iat: iat + random.whole(6, 1000), exp: iat + 1060 }),
      () => ({ nbf: iat + random.whole(6, 1000) }),
      () => ({ nbf: random.pick<unknown>(['0', -1, 1.5, null, 1e300]) }),
      () => ({ iat: random.pick<unknown>([String(iat), iat + 0.5, -1, null, 1e300, [iat], true]) }),
      () => ({ exp: random.pick<unknown>([String(iat + 60), iat + 60.5, -1, null, 1e300, [iat + 60], true]) }),
      () => ({ name: random.pick<unknown>([7, {}, ['Maya'], 'n'.repeat(121), null]) }),
      () => ({ [random.pick(['iss', 'aud', 'sub', 'iat', 'exp', 'jti'])]: undefined }),
    ])(),
  };
};

/** A claim said twice, so that two readers could each believe another. */
const twice = ({ random, claims, brand }: Forgery): string => {
  const key = random.pick(brand);
  const field = random.pick(['sub', 'aud', 'iss', 'exp', 'jti']);
  const good = claims();
  const payload = json(good).replace('{', `{${json(field)}:${json(random.pick<unknown>(['x', good[field]]))},`);
  const header = json(headerOf(key)).replace('{', '{"alg":"none",');
  return random.chance(0.5) ? signedText(key, json(headerOf(key)), payload) : signedText(key, header, json(good));
};

/** Another letter at one place. */
const bent = ({ random, claims, brand }: Forgery): string => {
  const token = tokenOf(claims(), random.pick(brand));
  const at = random.whole(0, token.length - 1);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \u00e9\u0000';
  const other = letters.split('').filter((one) => one !== token[at]);
  return token.slice(0, at) + random.pick(other) + token.slice(at + 1);
};

/** The same bytes or more, written as no compact JWS is. */
const misshapen = ({ random, claims, brand }: Forgery): string => {
  const token = tokenOf(claims(), random.pick(brand));
  const [header, payload, signature] = parts(token);
  return random.pick<() => string>([
    () => `${token}=`,
    () => `${token}.`,
    () => `.${token}`,
    () => `${token}.${signature}`,
    () => `${header}..${signature}`,
    () => `${header}.${payload}.`,
    () => `${header}.${payload}`,
    () => ` ${token}`,
    () => `${token}\n`,
    () => `\ufeff${token}`,
    () => `${header}.${payload}\u200b.${signature}`,
    () => `${header}=.${payload}=.${signature}==`,
    () => `Bearer ${token}`,
    () => encodeURIComponent(`${token}.`),
    () => token.replaceAll('.', '%2E'),
    () => json({ payload, protected: header, signature }),
    () => json({ payload, signatures: [{ protected: header, signature }] }),
    () => `${header}.${payload}.${signature}.${payload}.${signature}`,
    () => token.slice(0, random.whole(0, token.length - 1)),
    () => token + random.pick(['A', 'AA', '%00', '\u0000']),
    () =>
      [header, payload, signature]
        .map((part) => part.replaceAll('-', '+').replaceAll('_', '/'))
        .join('.')
        .concat('='),
    () => signedText(random.pick(brand), random.pick(['', 'null', '[]', '1', '"x"', '{', '\ufeff{}']), json(claims())),
    () =>
      signedText(
        random.pick(brand),
        json(headerOf(random.pick(brand))),
        random.pick(['', 'null', '[]', '7', '{', '{"a":NaN}']),
      ),
    () => `${base64url(json(headerOf(random.pick(brand))))}.${base64url(Buffer.from([0xff, 0xfe, 0x7b]))}.${signature}`,
  ])();
};

const swapped = ({ random, claims, brand, forger }: Forgery): string => {
  const [header, payload, signature] = parts(tokenOf(claims(), random.pick(brand)));
  const [otherHeader, otherPayload, otherSignature] = parts(tokenOf(claims(), random.pick([...brand, ...forger])));
  return random
    .pick([
      [header, otherPayload, signature],
      [header, payload, otherSignature],
      [otherHeader, otherPayload, signature],
      [payload, header, signature],
    ])
    .join('.');
};

/** Every way in which a token is forged, broken, or said by the brand and still not to be believed. */
export const badTokens: Readonly<Record<string, Kind>> = {
  'no algorithm': ({ random, claims, brand }) => {
    const { known } = random.pick(brand);
    const alg = random.pick(['none', 'None', 'NONE', 'nOnE', '', 'HS0']);
    const text = `${base64url(json({ alg, kid: known.kid }))}.${base64url(json(claims()))}`;
    return `${text}.${random.chance(0.5) ? '' : base64url(randomUUID())}`;
  },
  'the public key as a secret': ({ random, claims, brand }) => {
    const { known, own } = random.pick(brand);
    const secrets = [json(known), 'x' in known ? known.x : known.n, own.asymmetricKeyType ?? '', ''];
    const text = `${base64url(json({ alg: random.pick(['HS256', 'HS384', 'HS512', known.alg]), kid: known.kid }))}.${base64url(json(claims()))}`;
    return `${text}.${createHmac('sha256', random.pick(secrets)).update(text).digest('base64url')}`;
  },
  'a key that is not the brand’s': ({ random, claims, forger, brand }) => {
    const key = random.pick(forger);
    const kid = random.pick([key.known.kid, ...brand.map((one) => one.known.kid)]);
    return signedText(key, json({ alg: key.known.alg, kid }), json(claims()));
  },
  'another key of the brand than is named': ({ random, claims, brand }) => {
    const [one, other] = random.chance(0.5) ? [brand[0], brand[1]] : [brand[2], brand[0]];
    const named = random.chance(0.5) ? headerOf(other as BrandKey) : { alg: one?.known.alg, kid: other?.known.kid };
    return signedText(one as BrandKey, json(named), json(claims()));
  },
  'another algorithm of the same key': ({ random, claims, brand }) => {
    const key = random.pick(brand);
    const others = [
      'EdDSA',
      'Ed25519',
      'ES256',
      'RS256',
      'PS256',
      'RS512',
      'ES384',
      'ES256K',
      'RS1',
      'rs256',
      'HS256',
      7,
      null,
    ];
    const alg = random.pick(others.filter((one) => one !== key.known.alg));
    return signedText(key, json({ alg, kid: key.known.kid }), json(claims()));
  },
  'a name of a key that leads elsewhere': ({ random, claims, brand }) => {
    const key = random.pick(brand);
    const kid = random.pick(kids.filter((one) => one !== key.known.kid));
    return signedText(key, json({ alg: key.known.alg, ...(random.chance(0.9) && { kid }) }), json(claims()));
  },
  'a header that says how to trust it': ({ random, claims, brand, forger }) => {
    const key = random.pick([...brand, ...forger]);
    const own = random.pick(brand).known.kid;
    const kid = brand.includes(key) ? key.known.kid : own;
    return signedText(
      key,
      json({ alg: key.known.alg, kid, ...random.pick(fields(random.pick(forger))) }),
      json(claims()),
    );
  },
  'a claim that is wrong': (forgery) => tokenOf(badClaims(forgery), forgery.random.pick(forgery.brand)),
  'a claim said twice': twice,
  'a letter changed': bent,
  'not a compact token': misshapen,
  'parts of two tokens': swapped,
  'no signature worth the name': ({ random, claims, brand }) => {
    const key = random.pick(brand);
    const text = parts(tokenOf(claims(), key)).slice(0, 2).join('.');
    const real = signatureOf(key, text);
    const forms = [
      Buffer.alloc(64),
      Buffer.alloc(real.length),
      Buffer.concat([real, Buffer.alloc(1)]),
      real.subarray(0, -1),
      Buffer.from(real.toReversed()),
      Buffer.from([0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00]),
      Buffer.from(real.toString('hex')),
    ];
    return `${text}.${base64url(random.pick(forms))}`;
  },
  'too long': ({ random, claims, brand }) => {
    const pad = 'p'.repeat(random.pick([8_200, 16_000, 32_000, 65_536]));
    return random.chance(0.5)
      ? tokenOf({ ...claims(), pad }, random.pick(brand))
      : `${tokenOf(claims(), random.pick(brand))}${pad}`;
  },
  'used before': ({ used }) => used,
};
