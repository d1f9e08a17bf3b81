import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ForgettingDone, Forgotten, type Forgetting } from '#contract/holdings.ts';
import { activityPageOf } from './activity.ts';
import { frozen } from './arbitraries.ts';
import { evidenceIn } from './evidence.ts';
import { forgettingOf } from './forget.ts';
import type { Holdings } from './holdings.ts';
import { about, changedBy, holdings, LONDON, NOW, notice } from './holdings-arbitraries.ts';
import { ledgerOf } from './ledger.ts';
import { holdingsListOf, recordPageOf } from './records.ts';
import { categoryOf } from './told.ts';

const forget = (held: Holdings, asked: Forgetting, now = NOW) =>
  forgettingOf(frozen(held), notice, about, asked, LONDON, now);

/** What is held once a forgetting is written down. */
function after(held: Holdings, asked: Forgetting, now = NOW): Holdings {
  const done = forget(held, asked, now);
  if (!done) throw new Error('There was no such thing to forget.');
  return changedBy(held, done.change);
}

const categories = notice.categories.map(({ id }) => id);
const askings: fc.Arbitrary<Forgetting> = fc.oneof(
  fc.constantFrom(...categories).map((id): Forgetting => ({ scope: 'category', id })),
  fc.nat(29).map((index): Forgetting => ({ scope: 'record', id: `r${index}` })),
  fc.constant<Forgetting>({ scope: 'everything' }),
);
const lawfulUses = notice.categories
  .flatMap(({ uses }) => uses)
  .filter(({ basis }) => basis === 'contract' || basis === 'legal_obligation')
  .map(({ id }) => id);

const words = (held: Holdings) => held.records.filter(({ item }) => item === 'never').map(({ id }) => id);

const nothing = { put: [], remove: [], forgetEvents: [], forgotten: [] };

describe('forgetting anything', () => {
  test('twice is the same as once', () => {
    fc.assert(
      fc.property(holdings, askings, (any, asked) => {
        fc.pre(forget(any, asked) !== null);
        const once = after(any, asked);
        const again = forget(once, asked, '2026-12-24T12:00:00.000Z');
        // A record that is gone can be asked for no more; all else is as it was.
        const isGone = asked.scope === 'record' && !once.records.some(({ id }) => id === asked.id);
        expect(again?.change).toEqual(isGone ? undefined : nothing);
      }),
      { numRuns: 150 },
    );
  });

  test('says what it did: what is gone and kept adds up to what was asked, in words of the contract', () => {
    fc.assert(
      fc.property(holdings, askings, (any, asked) => {
        const found = forget(any, asked);
        if (!found) return;
        const { done, change } = found;
        expect(ForgettingDone.parse({ ...done, replayed: false })).toEqual({ ...done, replayed: false });
        for (const one of change.forgotten) expect(Forgotten.parse(one)).toEqual(one);
        const inScope = any.records.filter(
          ({ id, category }) => asked.scope === 'everything' || asked.id === (asked.scope === 'record' ? id : category),
        );
        expect(done.removed + done.kept.reduce((sum, one) => sum + one.count, 0)).toBe(inScope.length);
        expect(change.remove).toHaveLength(done.removed + done.conclusions);

        const then = after(any, asked);
        const whole = asked.scope === 'record' ? [] : asked.scope === 'category' ? [asked.id] : categories;
        expect(then.events.filter(({ use }) => !whole.includes(categoryOf(use)))).toEqual(
          any.events.filter(({ use }) => !whole.includes(categoryOf(use))),
        );
        const seen = evidenceIn(any);
        const left = evidenceIn(then);
        const rested = then.records.filter((one) => one.item === 'interest' && seen(one).length > 0);
        expect(rested.filter((one) => left(one).length === 0)).toEqual([]);
        const listed = holdingsListOf(then, notice, about, LONDON, NOW).categories;
        expect(listed.reduce((sum, { count }) => sum + count, 0)).toBe(any.records.length - change.remove.length);
      }),
      { numRuns: 150 },
    );
  });

  test('leaves every word never to conclude something, but for the one that is asked for by itself', () => {
    fc.assert(
      fc.property(holdings, askings, (any, asked) => {
        fc.pre(forget(any, asked) !== null);
        const taken = asked.scope === 'record' ? asked.id : undefined;
        expect(words(after(any, asked))).toEqual(words(any).filter((id) => id !== taken));
      }),
      { numRuns: 150 },
    );
  });

  test('leaves nothing of a category to any rule but listing', () => {
    fc.assert(
      fc.property(holdings, fc.constantFrom(...categories), (any, id) => {
        const then = after(any, { scope: 'category', id });
        const ids = new Set(then.records.filter(({ category }) => category === id).map((one) => one.id));
        const { benefits } = ledgerOf(then, notice, null, LONDON, NOW);
        expect(benefits.filter((one) => ids.has(one.id.split(':')[1] ?? ''))).toEqual([]);
        const behind = evidenceIn(then);
        for (const one of then.records) expect(behind(one).filter((other) => ids.has(other.id))).toEqual([]);
        const told = activityPageOf(then, notice, about, { category: id, limit: 200 }, LONDON)?.events ?? [];
        expect(told.filter(({ values }) => values !== null)).toEqual([]);
        const listed = recordPageOf(then, notice, about, { category: id, limit: 200 })?.records ?? [];
        expect(new Set(listed.map((one) => one.id))).toEqual(ids);
        expect(listed.filter(({ keptFor }) => keptFor === null || keptFor.length === 0)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('of everything leaves what law or contract keep, for uses that nobody can switch off, and words of never', () => {
    fc.assert(
      fc.property(holdings, (any) => {
        const then = after(any, { scope: 'everything' });
        for (const one of then.records.filter(({ item }) => item !== 'never')) {
          expect(['order', 'order_line', 'name', 'message']).toContain(one.item);
          expect(one.keptFor?.length).toBeGreaterThan(0);
          expect(one.keptFor?.filter((use) => !lawfulUses.includes(use))).toEqual([]);
        }
        expect(then.events.filter(({ data }) => data !== null)).toEqual([]);
        expect(ledgerOf(then, notice, null, LONDON, NOW).benefits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
