import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scope } from './arbitraries.ts';
import { exampleNoticeTerms, exampleScope, exampleTerms } from './example-notice.ts';
import { shelve } from './shelf.ts';
import type { Scope } from './terms.ts';
import { suspended, widened } from './widened.ts';

const further: readonly [string, Partial<Scope>, { kind: string; id: string | null }][] = [
  ['another purpose', { purpose: 'DirectMarketing' }, { kind: 'purpose', id: 'DirectMarketing' }],
  ['a weaker basis', { basis: 'legitimate_interest' }, { kind: 'basis', id: 'legitimate_interest' }],
  ['a further item', { items: ['size', 'order_line'] }, { kind: 'item', id: 'size' }],
  ['a further recipient', { recipients: ['parcelly', 'adly'] }, { kind: 'recipient', id: 'adly' }],
  ['a recipient that uses it for itself', { forItself: ['parcelly'] }, { kind: 'for_itself', id: 'parcelly' }],
  ['a further country', { countries: ['US', 'GB'] }, { kind: 'country', id: 'US' }],
  ['a longer retention', { retention: 'P25M' }, { kind: 'retention', id: null }],
  ['a retention that can be longer', { retention: 'P731D' }, { kind: 'retention', id: null }],
  ['a decision without a person', { automated: true }, { kind: 'automated', id: null }],
];

describe('a use is widened by', () => {
  test.each(further)('%s', (_, change, found) => {
    expect(widened(exampleScope, { ...exampleScope, ...change })).toEqual([found]);
  });
});

describe('a basis that leaves less to the customer', () => {
  const bases = ['explicit_consent', 'consent', 'legitimate_interest', 'opt_out'] as const;
  const unasked = ['contract', 'legal_obligation', 'vital_interests', 'public_task'] as const;
  const pairs = bases.flatMap((before, at) =>
    [...bases.slice(at + 1), ...unasked].map((after) => [before, after] as const),
  );

  test.each(pairs)('%s to %s widens, and the way back does not', (before, after) => {
    const [from, to] = [
      { ...exampleScope, basis: before },
      { ...exampleScope, basis: after },
    ];
    expect(widened(from, to)).toEqual([{ kind: 'basis', id: after }]);
    expect(widened(to, from)).toEqual([]);
  });
});

describe('a use is not widened by', () => {
  test.each<[string, Partial<Scope>]>([
    ['the same in another order', { items: ['order_line'], countries: ['GB'] }],
    ['fewer items', { items: [] }],
    ['fewer recipients and countries', { recipients: [], countries: [] }],
    ['a stronger basis', { basis: 'explicit_consent' }],
    ['the same retention in other words', { retention: 'P24M' }],
    ['a shorter retention', { retention: 'P1Y' }],
  ])('%s', (_, change) => {
    expect(widened(exampleScope, { ...exampleScope, ...change })).toEqual([]);
  });
});

/** Scopes that reach as far as another, or less far. */
const within = (a: Scope): fc.Arbitrary<Scope> =>
  fc.record({
    purpose: fc.constant(a.purpose),
    basis: fc.constantFrom(a.basis, 'explicit_consent' as const),
    items: fc.subarray([...a.items]),
    recipients: fc.subarray([...a.recipients]),
    forItself: fc.subarray([...a.forItself]),
    countries: fc.subarray([...a.countries]),
    retention: fc.constantFrom(a.retention, 'P1D'),
    automated: a.automated ? fc.boolean() : fc.constant(false),
  });

describe('widening', () => {
  test('is none where every step reaches as far as the one before, or less far', () => {
    const steps = scope.chain((a) =>
      fc.tuple(
        fc.constant(a),
        within(a).chain((b) => fc.tuple(fc.constant(b), within(b))),
      ),
    );
    fc.assert(
      fc.property(steps, ([a, [b, c]]) => {
        expect(widened(a, a)).toEqual([]);
        expect(widened(a, b)).toEqual([]);
        expect(widened(a, c)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('is found again in whatever reaches further still', () => {
    fc.assert(
      fc.property(scope, scope, (a, b) => {
        const more: Scope = {
          ...b,
          items: [...b.items, 'face'],
          recipients: [...b.recipients, 'somebody'],
          countries: [...b.countries, 'AU'],
          automated: true,
        };
        expect(widened(a, more)).toEqual(expect.arrayContaining([...widened(a, b)]));
        expect(widened(a, more).length).toBeGreaterThanOrEqual(widened(a, b).length);
        expect(widened(b, more)).toEqual(expect.arrayContaining([{ kind: 'item', id: 'face' }]));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a grant is suspended', () => {
  const wide = exampleTerms({ scope: { ...exampleScope, items: ['order_line', 'size'] } });
  const first = exampleNoticeTerms({ 'a.one': exampleTerms() });
  const second = exampleNoticeTerms({ 'a.one': wide }, { version: 2, effectiveFrom: '2026-06-01T00:00:00.000Z' });
  const third = { ...first, version: 3, effectiveFrom: '2026-09-01T00:00:00.000Z' };
  const decided = { notice: 1, at: '2026-02-01T00:00:00.000Z' };

  test('from the day on which a notice that widens it takes effect, and not before', () => {
    expect(suspended('a.one', decided, shelve([first, second], '2026-05-31T23:59:59.999Z'))).toBeNull();
    expect(suspended('a.one', decided, shelve([first, second], '2026-06-01T00:00:00.000Z'))).toBe(second.effectiveFrom);
  });

  test('also when a later notice narrows it again, since the first widening', () => {
    const shelf = shelve([third, second, first], '2026-10-01T00:00:00.000Z');
    expect(suspended('a.one', decided, shelf)).toBe(second.effectiveFrom);
  });

  test('by what the brand itself marks as material', () => {
    const marked = { ...second, choices: first.choices, material: ['a.one'] };
    expect(suspended('a.one', decided, shelve([first, marked], '2026-07-01T00:00:00.000Z'))).toBe(marked.effectiveFrom);
    expect(
      suspended('a.one', decided, shelve([first, { ...marked, material: ['b.two'] }], '2026-07-01T00:00:00.000Z')),
    ).toBeNull();
  });

  test('not by the mark of the very notice it was given on', () => {
    const marked = { ...first, material: ['a.one'] };
    expect(suspended('a.one', decided, shelve([marked], '2026-07-01T00:00:00.000Z'))).toBeNull();
  });

  test('not when it was given on the notice that widened', () => {
    const later = { notice: 2, at: '2026-07-01T00:00:00.000Z' };
    expect(suspended('a.one', later, shelve([first, second, third], '2026-10-01T00:00:00.000Z'))).toBeNull();
  });

  test('when the notice it was given on is lost, for then nothing shows what it covered', () => {
    expect(suspended('a.one', { ...decided, notice: 7 }, shelve([first], '2026-07-01T00:00:00.000Z'))).toBe(decided.at);
  });

  test('not before it was given, when a notice is published late with an early day', () => {
    const early = { ...second, effectiveFrom: '2026-01-15T00:00:00.000Z' };
    expect(suspended('a.one', decided, shelve([first, early], '2026-07-01T00:00:00.000Z'))).toBe(decided.at);
  });
});
