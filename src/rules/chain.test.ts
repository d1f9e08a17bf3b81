import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notices, play, presses } from './arbitraries.ts';
import { bodyOf, canonical, commandDigest, commitTo, constant, digest, seal } from './chain.ts';
import { HASH } from './example-notice.ts';
import type { UnsealedEntry } from './fold.ts';

/** A number by the eight bytes of its IEEE 754 form. */
const numberOf = (hex: string) => Buffer.from(hex, 'hex').readDoubleBE();
const sha256 = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

const entry: UnsealedEntry = {
  seq: 1,
  at: '2026-06-01T12:00:00.000Z',
  by: 'customer',
  notice: { version: 2, hash: HASH },
  items: [{ choice: 'a.one', value: 'on', outcome: 'applied', before: null, seq: 1, until: null, gpcAck: false }],
  raced: false,
};
const extra = { subject: '5f8c7b1e-7f0a-4a4e-9a44-0d6d1d3c7c11', evidence: null };

describe('canonical JSON (RFC 8785)', () => {
  test('writes literals, numbers and strings as section 3.2.2 does', () => {
    const input = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as unknown;
    expect(canonical(input)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('sorts names by UTF-16 code units as section 3.2.3 does', () => {
    const input = JSON.parse(String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`) as unknown;
    const values = [...canonical(input).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(values).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s of appendix B as %s', (hex, text) => {
    expect(canonical(numberOf(hex))).toBe(text);
  });

  test.each([
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    ['\ud800', 'surrogate'],
    [{ a: ['\udead'] }, 'surrogate'],
    [undefined, 'Only JSON'],
  ])('has no form for %j (%s)', (value, why) => {
    expect(() => canonical(value)).toThrow(why);
  });

  test('is what the reference implementation writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'grapheme' }), (value, text) => {
        expect(canonical(value)).toBe(canonicalize(value));
        expect(canonical({ [text]: text })).toBe(canonicalize({ [text]: text }));
      }),
      { numRuns: 500 },
    );
  });

  test('is the same whatever the order of names, and reads back as the same value', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, inner]) => [name, shuffled(inner)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true }), (value) => {
        const text = canonical(value);
        expect(canonical(shuffled(value))).toBe(text);
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  test('is the same where a part of the value never changes and is written once', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const part = constant({ value });
        const whole = [part, { part }];
        expect(canonical(whole)).toBe(canonicalize(whole));
        expect(canonical(whole)).toBe(canonical(structuredClone(whole)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the body of an entry', () => {
  test('is exactly these bytes', () => {
    expect(bodyOf(entry, extra)).toBe(
      '{"at":"2026-06-01T12:00:00.000Z","by":"customer","evidence":null,' +
        '"items":[{"before":null,"choice":"a.one","gpcAck":false,"outcome":"applied","seq":1,"until":null,"value":"on"}],' +
        `"notice":{"hash":"${HASH}","version":2},"raced":false,"seq":1,"subject":"${extra.subject}","v":1}`,
    );
  });

  test('has nothing in it but what it names, so that no direct identifier can enter (I7)', () => {
    const careless = {
      ...entry,
      email: 'maya@example.com',
      notice: { ...entry.notice, by: 'maya@example.com' },
      items: entry.items.map((item) => ({ ...item, name: 'maya@example.com' })),
    };
    const given = { ...extra, ip: '192.0.2.1', userAgent: 'maya@example.com' };
    expect(bodyOf(careless, given)).toBe(bodyOf(entry, extra));
  });
});

/** The hash of the newest entry of a log. */
const headOf = async (bodies: readonly string[]) => {
  let head: string | null = null;
  for (const body of bodies) head = await seal(head, body);
  return head;
};

describe('the chain', () => {
  test('hashes 0x01, the previous hash and the body', async () => {
    const body = bodyOf(entry, extra);
    const first = await seal(null, body);
    expect(first).toBe(sha256(Buffer.from([1]), body));
    expect(await seal(first, body)).toBe(sha256(Buffer.from([1]), Buffer.from(first, 'hex'), body));
  });

  test('hashes a text by its UTF-8 bytes', async () => {
    expect(await digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await digest('£ and 😀')).toBe(sha256('£ and 😀'));
  });

  test('does not take for a hash what is none', async () => {
    await expect(seal('ABC', '{}')).rejects.toThrow('64 lower-case hexadecimal');
    await expect(commitTo('00', {})).rejects.toThrow('64 lower-case hexadecimal');
  });

  test('shows every flip, drop, swap and insert in a log', async () => {
    const histories = fc.tuple(notices, presses).map(([all, pressed]) => play(all, pressed).log);
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), fc.nat(), async (log, where, what) => {
        fc.pre(log.length >= 2);
        const bodies = log.map((one) => bodyOf(one, extra));
        const at = where % (bodies.length - 1);
        const [here, next] = [bodies[at] ?? '', bodies[at + 1] ?? ''];
        const changed = [
          bodies.with(at, here.replace('"raced":', '"raced" :')),
          bodies.toSpliced(at, 1),
          bodies.with(at, next).with(at + 1, here),
          bodies.toSpliced(at, 0, here),
        ][what % 4];
        expect(await headOf(changed ?? bodies)).not.toBe(await headOf(bodies));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a commitment to evidence', () => {
  const evidence = { userAgent: 'Firefox', ipPrefix: '192.0.2.0/24' };
  const salt = '11'.repeat(32);

  test('is SHA-256 of the salt and the canonical evidence', async () => {
    expect(await commitTo(salt, evidence)).toBe(
      sha256(Buffer.from(salt, 'hex'), '{"ipPrefix":"192.0.2.0/24","userAgent":"Firefox"}'),
    );
  });

  test('cannot be guessed without the salt: the same evidence commits to something else every time', async () => {
    expect(await commitTo('22'.repeat(32), evidence)).not.toBe(await commitTo(salt, evidence));
  });
});

describe('the digest of a command', () => {
  const items = [{ choice: 'a.one', value: 'on', seen: { seq: 0, notice: 1 } }];

  test('is the same for a retry, whatever its clock and its surface say', async () => {
    const first = { items, surface: 'center/overview', clientTime: '2026-06-01T12:00:00.000Z' };
    const retry = { items: [{ seen: { notice: 1, seq: 0 }, value: 'on', choice: 'a.one' }] };
    expect(await commandDigest(retry)).toBe(await commandDigest(first));
  });

  test.each([
    [[{ choice: 'a.one', value: 'off', seen: { seq: 0, notice: 1 } }]],
    [[{ choice: 'a.one', value: 'on', seen: { seq: 1, notice: 1 } }]],
    [[{ choice: 'a.one', value: 'on', seen: { seq: 0, notice: 1 }, confirmed: true as const }]],
    [[...items, { choice: 'a.two', value: 'off' }]],
    [[]],
  ])('is another one where the command asks for something else', async (other) => {
    expect(await commandDigest({ items: other })).not.toBe(await commandDigest({ items }));
  });
});
