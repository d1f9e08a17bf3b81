import { CompactSign, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReceiptKey } from '#contract/capabilities.ts';
import type { Entry } from '#contract/decisions.ts';
import { bodyOf, canonical, seal } from './chain.ts';
import { decide } from './decide.ts';
import { exampleCategory, exampleNotice, exampleUse, publish } from './example-notice.ts';
import { openSigningKey, receiptClaims, signReceipt, verifyReceipt } from './receipt.ts';
import { newSubject } from './subject.ts';
import { termsOf } from './terms-of.ts';

const ISSUER = 'https://privacy.example.com/halden-row';
const SUBJECT = '5f8c7b1e-7f0a-4a4e-9a44-0d6d1d3c7c11';
const EVIDENCE = 'cd'.repeat(32);
const PREVIOUS = 'ef'.repeat(32);
const TYPE = 'evenhand-receipt+jwt';

const notice = publish(exampleNotice([exampleCategory('purchases', [exampleUse('purchases.picks')])]));

/** The key of RFC 8037 appendix A: published, so it protects nothing. */
const PUBLISHED = {
  kty: 'OKP' as const,
  crv: 'Ed25519' as const,
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
};

const { kty, crv, x: publicPart, kid } = PUBLISHED;
const key: ReceiptKey = { kty, crv, x: publicPart, kid, alg: 'EdDSA', use: 'sig' };
const utf8 = new TextEncoder();

const entryOf = async (): Promise<Entry> => {
  const items = [{ choice: 'purchases.picks', value: 'on', seen: { seq: 0, notice: 1 } }];
  const now = '2026-06-01T12:00:00.500Z';
  const decision = decide(newSubject, { items, by: 'customer', gpc: false }, [termsOf(notice)], now);
  if (!decision.stored) throw new Error(decision.detail);
  const hash = await seal(PREVIOUS, bodyOf(decision.entry, { subject: SUBJECT, evidence: EVIDENCE }));
  return { ...decision.entry, hash };
};

const claimsOf = async () =>
  receiptClaims({
    issuer: ISSUER,
    subject: SUBJECT,
    entry: await entryOf(),
    previous: PREVIOUS,
    evidence: EVIDENCE,
    notice,
  });

/** A token with any header and payload, signed with the published key. */
const signed = async (payload: unknown, header: Record<string, unknown> = {}) => {
  const { key: privateKey } = await openSigningKey(PUBLISHED);
  return new CompactSign(utf8.encode(canonical(payload)))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: TYPE, ...header })
    .sign(privateKey);
};

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a receipt', () => {
  test('states the decision, its place in the log, the notice and the customer’s random id', async () => {
    const entry = await entryOf();
    expect(await claimsOf()).toMatchObject({
      v: 1,
      iss: ISSUER,
      sub: SUBJECT,
      iat: Date.parse('2026-06-01T12:00:00.000Z') / 1000,
      jti: entry.hash,
      entry,
      previous: PREVIOUS,
      evidence: EVIDENCE,
      record: { '@type': 'dpv:ConsentReceipt' },
    });
  });

  test('is a compact JWS that says EdDSA, its key and its type, and nothing else, in its header', async () => {
    const jws = await signReceipt(await claimsOf(), await openSigningKey(PUBLISHED));
    const [header = '', payload = ''] = jws.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'EdDSA', kid: key.kid, typ: TYPE });
    expect(Buffer.from(payload, 'base64url').toString()).toBe(canonical(await claimsOf()));
  });

  test('is the same however often it is signed', async () => {
    const signingKey = await openSigningKey(PUBLISHED);
    expect(await signReceipt(await claimsOf(), signingKey)).toBe(await signReceipt(await claimsOf(), signingKey));
  });

  test('is checked with the key it names, also where there are others and it is a retired one', async () => {
    const other: ReceiptKey = {
      ...key,
      kid: 'newer',
      x: (await exportJWK((await generateKeyPair('EdDSA')).publicKey)).x ?? '',
    };
    const jws = await signReceipt(await claimsOf(), await openSigningKey(PUBLISHED));
    expect(await verifyReceipt(jws, [other, key], ISSUER)).toEqual({ ok: true, claims: await claimsOf() });
  });

  test('cannot be signed with a key that has no private half', async () => {
    await expect(openSigningKey({ ...PUBLISHED, d: '' })).rejects.toThrow('cannot sign');
  });
});

const problemOf = async (token: string, keys: readonly ReceiptKey[] = [key], issuer?: string) => {
  const result = await verifyReceipt(token, keys, issuer);
  if (result.ok) throw new Error('It was taken.');
  expect(result.detail).toMatch(/\.$/);
  return result.problem;
};

describe('a receipt is refused', () => {
  let jws = '';
  beforeAll(async () => {
    jws = await signReceipt(await claimsOf(), await openSigningKey(PUBLISHED));
  });

  test('without a signature (alg none)', async () => {
    const [, payload] = jws.split('.');
    expect(await problemOf(`${part({ alg: 'none', kid: key.kid, typ: TYPE })}.${payload}.`)).toBe('not_a_receipt');
  });

  test('signed by HMAC with the public key as its secret (HS256)', async () => {
    const forged = await new SignJWT({ ...(await claimsOf()) })
      .setProtectedHeader({ alg: 'HS256', kid: key.kid, typ: TYPE })
      .sign(Buffer.from(key.x.padEnd(44, 'A'), 'base64url'));
    expect(await problemOf(forged)).toBe('not_a_receipt');
  });

  test('signed by another key under our key’s id', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    const forged = await signReceipt(await claimsOf(), { kid: key.kid, key: privateKey });
    expect(await problemOf(forged)).toBe('bad_signature');
  });

  test('with keys swapped behind the same id', async () => {
    const x = (await exportJWK((await generateKeyPair('EdDSA')).publicKey)).x ?? '';
    expect(await problemOf(jws, [{ ...key, x }])).toBe('bad_signature');
  });

  test('with a key that is not one of ours, or no key id', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    expect(await problemOf(await signReceipt(await claimsOf(), { kid: 'theirs', key: privateKey }))).toBe(
      'unknown_key',
    );
    expect(await problemOf(jws, [])).toBe('unknown_key');
    expect(await problemOf(await signed(await claimsOf(), { kid: undefined }))).toBe('unknown_key');
  });

  test('with a key of its own in the header: jwk, jku and x5u are never followed', async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const own = {
      jku: 'https://evil.example/jwks.json',
      x5u: 'https://evil.example/x5u',
      jwk: await exportJWK(publicKey),
    };
    const forge = (keyId: string) =>
      new CompactSign(utf8.encode('{}'))
        .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid: keyId, ...own })
        .sign(privateKey);
    expect(await problemOf(await forge('theirs'))).toBe('unknown_key');
    expect(await problemOf(await forge(key.kid))).toBe('bad_signature');
  });

  test('with a payload that was changed by one letter', async () => {
    const [header, payload = '', signature] = jws.split('.');
    const text = Buffer.from(payload, 'base64url').toString().replace('"value":"on"', '"value":"no"');
    expect(await problemOf([header, Buffer.from(text).toString('base64url'), signature].join('.'))).toBe(
      'bad_signature',
    );
  });

  test('with a header that was changed', async () => {
    const [, payload, signature] = jws.split('.');
    const header = part({ typ: TYPE, alg: 'EdDSA', kid: key.kid });
    expect(await problemOf([header, payload, signature].join('.'))).toBe('bad_signature');
  });

  test('with a critical extension that nobody here knows', async () => {
    const { key: privateKey } = await openSigningKey(PUBLISHED);
    const token = await new CompactSign(utf8.encode(canonical(await claimsOf())))
      .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: TYPE, crit: ['exp'], exp: 1 })
      .sign(privateKey, { crit: { exp: true } });
    expect(await problemOf(token)).toBe('not_a_receipt');
  });

  test('when it is another kind of token of ours, or states something else', async () => {
    expect(await problemOf(await signed(await claimsOf(), { typ: 'JWT' }))).toBe('not_a_receipt');
    expect(await problemOf(await signed({ iss: ISSUER }))).toBe('not_a_receipt');
    expect(await problemOf(await signed({ ...(await claimsOf()), v: 2 }))).toBe('not_a_receipt');
  });

  test('from another brand, whose receipts the same key signs', async () => {
    expect(await problemOf(jws, [key], 'https://privacy.example.com/other')).toBe('wrong_issuer');
  });

  test.each<[string, object]>([
    [
      'item',
      {
        items: [
          {
            choice: 'purchases.picks',
            value: 'off',
            outcome: 'applied',
            before: null,
            seq: 1,
            until: null,
            gpcAck: false,
          },
        ],
      },
    ],
    ['time', { at: '2026-06-01T12:00:00.501Z' }],
    ['hash', { hash: 'ab'.repeat(32) }],
  ])('though signed, when its entry has another %s than the hash follows from', async (_, change) => {
    const claims = await claimsOf();
    expect(await problemOf(await signed({ ...claims, entry: { ...claims.entry, ...change } }))).toBe('broken_link');
  });

  test.each<[string, object]>([
    ['customer', { sub: 'somebody-else' }],
    ['place in the log', { previous: null }],
    ['evidence', { evidence: null }],
    ['id', { jti: 'ab'.repeat(32) }],
  ])('though signed, when it names another %s', async (_, change) => {
    expect(await problemOf(await signed({ ...(await claimsOf()), ...change }))).toBe('broken_link');
  });

  test.each(['', '.', '..', '...', 'a.b.c', 'null', 'e30.e30.', '😀.😀.😀', '{"payload":""}'])(
    'when it is %j, and nothing is thrown',
    async (token) => {
      expect(await problemOf(token)).toBe('not_a_receipt');
    },
  );
});
