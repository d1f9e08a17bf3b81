import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHOICES, DAY, frozen, notices, play, presses, reach, START } from './arbitraries.ts';
import { decide } from './decide.ts';
import { exampleNoticeTerms, exampleTerms } from './example-notice.ts';
import { recordOf } from './fold.ts';
import { joined, linkItems } from './linking.ts';
import { newSubject, type SubjectState } from './subject.ts';
import type { NoticeTerms } from './terms.ts';

const ladder = ['never', 'monthly', 'weekly', 'daily'];
const value = fc.constantFrom(null, ...ladder);
const join = (a: string | null, b: string | null) => joined(ladder, a, b);

describe('two decided values become', () => {
  test('the more protective of them', () => {
    expect(joined(ladder, 'daily', 'monthly')).toBe('monthly');
    expect(joined(['off', 'on'], 'on', 'off')).toBe('off');
    expect(joined(ladder, null, 'weekly')).toBe('weekly');
    expect(joined(ladder, null, null)).toBe(null);
    expect(joined(ladder, 'weekly', 'no_such')).toBe('weekly');
  });

  test('the same in any order, however often', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(join(a, b)).toBe(join(b, a));
        expect(join(join(a, b), c)).toBe(join(a, join(b, c)));
        expect(join(a, a)).toBe(a);
      }),
    );
  });
});

/** The customer's record after a browser was joined to it, as a backend would write it. */
const link = (device: SubjectState, customer: SubjectState, all: readonly NoticeTerms[], now: string): SubjectState => {
  const items = linkItems(device, customer, all, now);
  if (items.length === 0) return customer;
  const decision = decide(customer, { items, by: 'device', gpc: false }, all, now);
  if (!decision.stored) throw new Error(`A joined browser was refused: ${decision.detail}`);
  expect(decision.entry.items.map(({ outcome }) => outcome)).toEqual(items.map(() => 'applied'));
  return frozen({ ...decision.state, head: 'ff'.repeat(32) });
};

const valuesOf = (state: SubjectState): Record<string, string | null> =>
  Object.fromEntries(CHOICES.map((choice) => [choice, recordOf(state, choice).decided?.value ?? null]));

/** Notices, a customer and three browsers, each with a past of its own; and a moment after all of it. */
const scene = fc
  .tuple(notices, presses, fc.tuple(presses, presses, presses), fc.integer({ min: 0, max: 40 }))
  .map(([all, own, [one, two, three], days]) => {
    const past = (pressed: typeof own): SubjectState => play(all, pressed).steps.at(-1)?.after ?? newSubject;
    const browsers = [past(one), past(two), past(three)] as const;
    const now = new Date(START + (60 + days) * DAY).toISOString();
    return { all, now, customer: past(own), browsers, first: browsers[0] };
  });

/** Ten thousand in all. */
const runs = { numRuns: 2500 };

describe('T4: what a browser decided, joined to a customer,', () => {
  test('is the same whichever browser comes first', () => {
    fc.assert(
      fc.property(scene, ({ all, now, customer, browsers }) => {
        const joinAll = (order: readonly SubjectState[]): SubjectState =>
          order.reduce((sofar, one) => link(one, sofar, all, now), customer);
        const [one, two, three] = browsers;
        const orders = [
          [one, two, three],
          [three, one, two],
          [two, three, one],
          [three, two, one, two, three],
        ].map((order) => valuesOf(joinAll(order)));
        expect(new Set(orders.map((values) => JSON.stringify(values))).size).toBe(1);
      }),
      runs,
    );
  });

  test('is joined once: joining the same again has nothing to say', () => {
    fc.assert(
      fc.property(scene, ({ all, now, customer, first }) => {
        const joinedOnce = link(first, customer, all, now);
        expect(linkItems(first, joinedOnce, all, now)).toEqual([]);
        expect(linkItems(customer, customer, all, now)).toEqual([]);
      }),
      runs,
    );
  });

  test('never makes anything more permissive, with a signal or without', () => {
    let withdrawn = 0;
    fc.assert(
      fc.property(scene, fc.boolean(), ({ all, now, customer, first }, gpc) => {
        const after = link(first, customer, all, now);
        if (after !== customer) withdrawn += 1;
        const before = reach(customer, all, now, gpc);
        for (const [choice, far] of reach(after, all, now, gpc))
          expect(far).toBeLessThanOrEqual(before.get(choice) ?? -1);
      }),
      runs,
    );
    expect(withdrawn).toBeGreaterThan(runs.numRuns / 10);
  });

  test('holds for the customer from then on: where the browser refused, the customer does', () => {
    fc.assert(
      fc.property(scene, ({ all, now, customer, first }) => {
        const after = reach(link(first, customer, all, now), all, now, false);
        const open = Object.entries(first.choices).filter(([choice, { decided }]) => {
          const acknowledged = decided?.by === 'gpc' && recordOf(customer, choice).decided?.gpcAck === true;
          const refused = decided?.value === 'off' || decided?.value === 'never';
          return refused && !acknowledged && (after.get(choice) ?? 0) > 0;
        });
        expect(open).toEqual([]);
      }),
      runs,
    );
  });
});

const on = {
  value: 'on',
  at: '2026-02-01T00:00:00.000Z',
  by: 'customer',
  notice: 1,
  until: null,
  gpcAck: false,
} as const;
const off = { ...on, value: 'off' } as const;
const state = (decided: Parameters<typeof recordOf>[0]['choices'][string]['decided']): SubjectState => ({
  ...newSubject,
  seq: 1,
  choices: { 'a.one': { decided, seq: 1 } },
});
const now = '2026-03-01T00:00:00.000Z';
const terms = (more: Parameters<typeof exampleTerms>[0] = {}) => [exampleNoticeTerms({ 'a.one': exampleTerms(more) })];

describe('a customer', () => {
  const withdrawal = [{ choice: 'a.one', value: 'off' }];

  test.each<[string, SubjectState, SubjectState, object[]]>([
    ['takes over a refusal against their own grant', state(off), state(on), withdrawal],
    ['takes over a refusal where they decided nothing', state(off), newSubject, withdrawal],
    ['takes over no grant', state(on), newSubject, []],
    ['takes over no grant against their own refusal', state(on), state(off), []],
    ['takes over nothing that they refuse already', state(off), state(off), []],
    ['takes over a signal', state({ ...off, by: 'gpc' }), state(on), withdrawal],
    ['keeps what they granted knowing of the signal', state({ ...off, by: 'gpc' }), state({ ...on, gpcAck: true }), []],
    [
      'takes over a refusal against what they granted knowing of a signal',
      state(off),
      state({ ...on, gpcAck: true }),
      withdrawal,
    ],
  ])('%s', (_, device, customer, items) => {
    expect(linkItems(device, customer, terms({ signals: ['sale'] }), now)).toEqual(items);
  });

  test('takes over nothing of a choice that no notice has', () => {
    expect(linkItems(state(off), newSubject, [exampleNoticeTerms({})], now)).toEqual([]);
  });

  test('takes over less often, and not more often', () => {
    const often = terms({ options: ladder });
    const monthly = state({ ...on, value: 'monthly' });
    expect(linkItems(monthly, state({ ...on, value: 'daily' }), often, now)).toEqual([
      { choice: 'a.one', value: 'monthly' },
    ]);
    expect(linkItems(monthly, newSubject, often, now)).toEqual([]);
    expect(linkItems(monthly, state({ ...on, value: 'never' }), often, now)).toEqual([]);
  });
});

test('a grant is never recorded as joined, whatever it claims to have seen', () => {
  const items = [{ choice: 'a.one', value: 'on', seen: { seq: 0, notice: 1 } }];
  expect(decide(newSubject, { items, by: 'device', gpc: false }, terms(), now)).toMatchObject({
    stored: false,
    problem: 'unseen',
  });
});
