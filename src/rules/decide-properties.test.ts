import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { By } from '#contract/choices.ts';
import { DecisionItem, Entry } from '#contract/decisions.ts';
import { CHOICES, DAY, frozen, notices, play, presses, reach, START } from './arbitraries.ts';
import { decide } from './decide.ts';
import { choicesOf, choiceState } from './effective.ts';
import { exampleNoticeTerms, exampleTerms, HASH } from './example-notice.ts';
import { fold, recordOf } from './fold.ts';
import { findTerms, mostProtective, shelve } from './shelf.ts';
import { signalItems } from './signal.ts';
import { newSubject } from './subject.ts';
import { noticeInForce } from './terms-of.ts';
import type { NoticeTerms } from './terms.ts';
import { isGrant } from './options.ts';

const RUNS = { numRuns: 300 };
const histories = fc.tuple(notices, presses);

const holds = (check: (played: ReturnType<typeof play>, all: readonly NoticeTerms[]) => void) =>
  fc.assert(
    fc.property(histories, ([all, pressed]) => check(play(frozen(all), pressed), all)),
    RUNS,
  );

describe('in every history', () => {
  test('a withdrawal is always applied, whatever was seen; the most protective option holds at once (I1)', () => {
    holds(({ steps }, all) => {
      for (const { before, items, decision, after, now, press } of steps) {
        const shelf = shelve(all, now);
        for (const { choice, value } of items) {
          const terms = findTerms(shelf, choice, value)?.terms ?? exampleTerms();
          if (isGrant(terms, choiceState(choice, before, all, now, press.gpc).effective, value)) continue;
          const recorded = decision.stored ? decision.entry.items.find((item) => item.choice === choice) : undefined;
          expect(recorded?.outcome).toBe('applied');
          if (value !== mostProtective(terms)) continue;
          const shown = findTerms(shelf, choice)?.terms ?? terms;
          expect(choiceState(choice, after, all, now, press.gpc)).toMatchObject({
            effective: mostProtective(shown),
            why: press.by,
            since: now,
          });
        }
      }
    });
  });

  test('an applied item bumps its choice to the entry, so that whatever saw less is stale; others stay (I2, I3)', () => {
    holds(({ steps }) => {
      for (const { before, after, decision } of steps) {
        const applied = new Set(
          decision.stored ? decision.entry.items.filter((it) => it.outcome === 'applied').map((it) => it.choice) : [],
        );
        expect(decision.stored).toBe(applied.size > 0);
        for (const choice of CHOICES) {
          const expected = applied.has(choice) ? after.seq : recordOf(before, choice).seq;
          expect(recordOf(after, choice).seq).toBe(expected);
        }
      }
    });
  });

  test('nothing is granted on a base that moved, on another notice, or unseen', () => {
    holds(({ steps }, all) => {
      for (const { before, items, decision, now, press } of steps) {
        if (!decision.stored) continue;
        const reachBefore = reach(before, all, now, press.gpc);
        const reachAfter = reach({ ...decision.state }, all, now, press.gpc);
        for (const item of items) {
          const more = (reachAfter.get(item.choice) ?? 0) > (reachBefore.get(item.choice) ?? 0);
          const saw =
            item.seen?.seq === recordOf(before, item.choice).seq &&
            item.seen.notice === noticeInForce(all, now)?.version;
          expect(!more || saw).toBe(true);
        }
        const named = new Set(items.map((item) => item.choice));
        for (const [choice, place] of reachAfter) {
          expect(named.has(choice) || place === reachBefore.get(choice)).toBe(true);
        }
      }
    });
  });

  test('the answer says so when a choice had moved since it was seen, and only then (I4)', () => {
    holds(({ steps }) => {
      for (const { before, items, decision } of steps) {
        const moved = items.some((item) => item.seen && item.seen.seq !== recordOf(before, item.choice).seq);
        expect(!decision.stored || decision.entry.raced === moved).toBe(true);
      }
    });
  });

  test('what holds does not depend on the order in which notices are kept (I5)', () => {
    holds(({ steps }, all) => {
      const state = steps.at(-1)?.after ?? newSubject;
      const now = steps.at(-1)?.now ?? new Date(START).toISOString();
      const { choices } = choicesOf(state, all, now, false);
      expect(choicesOf(state, all.toReversed(), now, false).choices).toEqual(choices);
    });
  });

  test('folding the log gives the stored state, its numbers are dense and its head is the last hash (I6)', () => {
    holds(({ steps, log }) => {
      expect(log.map((entry) => entry.seq)).toEqual(log.map((_, index) => index + 1));
      let state = newSubject;
      for (const entry of log) state = fold(state, entry);
      expect(state).toEqual(steps.at(-1)?.after ?? newSubject);
      expect(state.head).toBe(log.at(-1)?.hash ?? null);
    });
  });

  test('entries are as the contract writes them, and carry the server’s time (I9)', () => {
    holds(({ steps, log }) => {
      for (const entry of log) expect(Entry.parse(entry)).toEqual(entry);
      for (const { decision, now } of steps) expect(!decision.stored || decision.entry.at === now).toBe(true);
    });
  });

  test('a refusal stores nothing and names every choice as it stands, so that a retry is judged afresh (I10)', () => {
    holds(({ steps }, all) => {
      for (const { before, after, items, decision, now, press } of steps) {
        if (decision.stored) continue;
        expect(after).toBe(before);
        expect(decision.problem).not.toBe('malformed');
        expect(decision.current).toEqual(items.map((item) => choiceState(item.choice, before, all, now, press.gpc)));
        const { version } = noticeInForce(all, now) ?? { version: 0 };
        const known = decision.current.filter((one) => noticeInForce(all, now)?.choices[one.choice]);
        const retry = known.map((one) => ({
          choice: one.choice,
          value: items.find((item) => item.choice === one.choice)?.value ?? '',
          seen: { seq: one.seq, notice: version },
          confirmed: true as const,
          gpcAck: true as const,
        }));
        const again = decide(before, { items: retry, by: press.by, gpc: press.gpc }, all, now);
        // What a browser decided can only withdraw, whatever is asked for once more.
        expect(again.stored || retry.length === 0 || press.by === 'device').toBe(true);
      }
    });
  });

  test('a signal never makes anything more permissive', () => {
    holds(({ steps }, all) => {
      for (const { after, now } of steps) {
        const without = reach(after, all, now, false);
        for (const [choice, place] of reach(after, all, now, true)) {
          expect(place).toBeLessThanOrEqual(without.get(choice) ?? 0);
        }
        const items = signalItems(after, all, now);
        if (items.length === 0) continue;
        const decision = decide(after, { items, by: 'gpc', gpc: true }, all, now);
        if (!decision.stored) throw new Error(decision.detail);
        expect(decision.entry.items.every((item) => item.outcome === 'applied')).toBe(true);
        expect(signalItems(decision.state, all, now)).toEqual([]);
        for (const [choice, place] of reach(decision.state, all, now, false)) {
          expect(place).toBeLessThanOrEqual(without.get(choice) ?? 0);
        }
      }
    });
  });

  test('time alone never makes more of what was decided', () => {
    holds(({ steps }, all) => {
      const { after, now } = steps.at(-1) ?? { after: newSubject, now: new Date(START).toISOString() };
      const inForce = noticeInForce(all, now);
      for (const days of [1, 5, 40]) {
        const later = new Date(Date.parse(now) + days * DAY).toISOString();
        if (noticeInForce(all, later) !== inForce) break;
        for (const gpc of [false, true]) {
          const before = reach(after, all, now, gpc);
          for (const [choice, place] of reach(after, all, later, gpc)) {
            expect(place).toBeLessThanOrEqual(before.get(choice) ?? 0);
          }
        }
      }
    });
  });

  test('a newer notice never makes more of what was decided than was granted', () => {
    holds(({ steps }, all) => {
      for (const { after } of steps) {
        const end = new Date(START + 1000 * DAY).toISOString();
        for (const { choice, decided, effective } of choicesOf(after, all, end, false).choices) {
          const options = noticeInForce(all, end)?.choices[choice]?.options ?? [];
          expect(!decided || effective === options[0] || effective === decided.value).toBe(true);
        }
      }
    });
  });
});

describe('decide', () => {
  const words = fc.oneof(
    fc.constantFrom<string>(...CHOICES, 'on', 'off', '__proto__', 'constructor', 'hasOwnProperty', '', 'NaN'),
    fc.string(),
  );
  const item = fc.record(
    {
      choice: words,
      value: words,
      seen: fc.record({ seq: fc.double(), notice: fc.double() }),
      until: fc.oneof(words, fc.constant('+275760-09-13T00:00:00.000Z')),
      gpcAck: fc.constant(true as const),
      confirmed: fc.constant(true as const),
    },
    { requiredKeys: ['choice', 'value'] },
  ) as fc.Arbitrary<DecisionItem>;
  const by = fc.constantFrom<By>(...By.options);

  test('answers whatever it is asked, and never throws', () => {
    const now = fc.oneof(fc.constant(new Date(START + DAY).toISOString()), words);
    fc.assert(
      fc.property(notices, fc.array(item, { maxLength: 6 }), by, fc.boolean(), now, (all, items, who, gpc, at) => {
        const decision = decide(frozen(newSubject), frozen({ items, by: who, gpc }), frozen(all), at);
        expect([true, false]).toContain(decision.stored);
      }),
      RUNS,
    );
  });

  test('takes no longer for each of forty thousand choices than for one of few', () => {
    const names = Array.from({ length: 40_000 }, (_, index) => `a.c${index}`);
    const all = [exampleNoticeTerms(Object.fromEntries(names.map((name) => [name, exampleTerms()])))];
    const items = names.map((choice) => ({ choice, value: 'on', seen: { seq: 0, notice: 1 } }));
    const started = performance.now();
    const decision = decide(newSubject, { items, by: 'customer', gpc: false }, all, new Date(START).toISOString());
    expect(decision.stored && decision.entry.items).toHaveLength(40_000);
    // A tenth of a second as it is; minutes if each choice were compared with every other.
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('fold', () => {
  test('refuses a log with a gap', () => {
    const entry = {
      seq: 2,
      at: new Date(START).toISOString(),
      by: 'customer' as const,
      notice: { version: 1, hash: HASH },
      items: [],
      raced: false,
      hash: HASH,
    };
    expect(() => fold(newSubject, entry)).toThrow('entry 2 follows entry 0');
  });
});
