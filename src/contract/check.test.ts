import { lateCalls } from 'virtual:late-calls';
import { calls as earlyCalls, shapes, type WireCall } from 'virtual:wire-contract';
import fc from 'fast-check';
import type * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { BackendConfig } from './backend-config.ts';
import { faults, knows, type Schema } from './check.ts';
import { contract, type CallName } from './contract.ts';
import { ReceiptStatement } from './decisions.ts';
import { Day, Instant } from './primitives.ts';
import { Problem } from './problem.ts';
import { allowedBy, harm, harmed, odd } from './schema-arbitraries.ts';

const byResource = await Promise.all(Object.values(lateCalls).map((bring) => bring()));
const calls = Object.assign({}, earlyCalls, ...byResource.map((late) => late.calls)) as Readonly<
  Record<CallName, WireCall>
>;

/** Everything a page checks: the schema it carries, and the one of the contract that it was made from. */
const pairs: readonly [name: string, carried: Schema, source: z.ZodMiniType][] = [
  ...Object.entries(contract).map(([name, { output }]): [string, Schema, z.ZodMiniType] => [
    name,
    calls[name as CallName].output,
    output,
  ]),
  ['Problem', shapes.Problem, Problem],
  ['BackendConfig', shapes.BackendConfig, BackendConfig],
  ['ReceiptStatement', shapes.ReceiptStatement, ReceiptStatement],
];

describe.each(pairs)('%s', (_, carried, source) => {
  const right = (value: unknown): boolean => faults(carried, value).length === 0;

  test('what the contract allows is right', () => {
    fc.assert(
      fc.property(allowedBy(carried), (value) => {
        expect(source.safeParse(value).success).toBe(true);
        expect(faults(carried, value)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('of what is bent, it says what the contract says', () => {
    let refused = 0;
    fc.assert(
      fc.property(allowedBy(carried), fc.array(harm, { minLength: 1, maxLength: 2 }), (value, all) => {
        const bent = harmed(value, all);
        if (!right(bent)) refused += 1;
        expect(right(bent)).toBe(source.safeParse(bent).success);
      }),
      { numRuns: 250 },
    );
    expect(refused).toBeGreaterThan(20);
  });

  test('of any other value, too', () => {
    fc.assert(
      fc.property(odd, (value) => {
        expect(right(value)).toBe(source.safeParse(value).success);
      }),
    );
  });
});

describe('moments and days', () => {
  const moment = calls.openSession.output.properties?.['expiresAt'] as Schema;
  const day = calls.getOverview.output.properties?.['since'] as Schema;

  test.each<[string, boolean]>([
    ['2026-11-22T14:02:00.000Z', true],
    ['2026-11-22T14:02:00Z', true],
    ['2028-02-29T23:59:59.999Z', true],
    ['2000-02-29T00:00:00Z', true],
    ['1900-02-29T00:00:00Z', false],
    ['2026-02-29T00:00:00Z', false],
    ['2026-04-31T00:00:00Z', false],
    ['2026-11-22T24:00:00Z', false],
    ['2026-11-22T14:02:00+01:00', false],
    ['2026-11-22 14:02:00Z', false],
    ['2026-11-22T14:02:00Z\n', false],
    ['2026-11-22', false],
  ])('%j is a moment: %s', (text, expected) => {
    expect(faults(moment, text).length === 0).toBe(expected);
    expect(Instant.safeParse(text).success).toBe(expected);
  });

  test.each<[string, boolean]>([
    ['2026-01-01', true],
    ['2028-02-29', true],
    ['2100-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00:00Z', false],
  ])('%j is a day: %s', (text, expected) => {
    expect(faults(day, text).length === 0).toBe(expected);
    expect(Day.safeParse(text).success).toBe(expected);
  });
});

describe('what is right', () => {
  const session = { customer: { name: 'Maya' }, expiresAt: '2026-11-22T14:02:00Z' };
  const problem = { type: '/problems/stale', code: 'stale', title: 't', status: 412, detail: 'd' };

  test('may have more than the contract knows, where the contract is open to it', () => {
    expect(faults(calls.openSession.output, { ...session, later: 1 })).toEqual([]);
    expect(faults(shapes.BackendConfig, { backend: 'memory', brand: 'a-brand', later: 1 })).not.toEqual([]);
  });

  test('has its fields of its own: neither inherited nor named __proto__', () => {
    expect(faults(calls.openSession.output, Object.create(session))).toEqual(['customer', 'expiresAt']);
    const said = JSON.parse(`{"__proto__": ${JSON.stringify(session)}}`) as unknown;
    expect(faults(calls.openSession.output, said)).toEqual(['customer', 'expiresAt']);
    const strict = JSON.parse('{"backend": "memory", "brand": "a-brand", "__proto__": {}}') as unknown;
    expect(faults(shapes.BackendConfig, strict)).not.toEqual([]);
    const named = { ...problem, code: 'toString' };
    expect(faults(shapes.Problem, named)).toEqual(['code']);
  });

  test('has whole numbers that can be told from their neighbours', () => {
    for (const status of [412.5, 2 ** 53, '412', Number.NaN]) {
      expect(faults(shapes.Problem, { ...problem, status })).toContain('status');
    }
    expect(faults(shapes.Problem, { ...problem, status: 412 })).toEqual([]);
  });

  test('is told by where it is wrong', () => {
    expect(faults(shapes.BackendConfig, { backend: 'http', brand: 'Halden & Row' })).toEqual(['brand', 'baseUrl']);
    expect(faults(shapes.Problem, { ...problem, current: [{}] })).toContain('current.0.choice');
  });
});

test('a word that nobody checks is known as such', () => {
  expect(['pattern', 'items', 'oneOf'].every(knows)).toBe(true);
  expect(['format', 'not', 'toString', '__proto__', '$ref'].some(knows)).toBe(false);
});
