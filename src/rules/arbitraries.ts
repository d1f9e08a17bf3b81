import fc from 'fast-check';
import type { By } from '#contract/choices.ts';
import type { DecisionItem, Entry } from '#contract/decisions.ts';
import type { Basis } from '#contract/notice.ts';
import { decide, type Decision } from './decide.ts';
import { choicesOf } from './effective.ts';
import { HASH } from './example-notice.ts';
import { recordOf } from './fold.ts';
import { newSubject, type SubjectState } from './subject.ts';
import { noticeInForce } from './terms-of.ts';
import type { ChoiceTerms, NoticeTerms, Scope } from './terms.ts';

/** Arbitrary notices and histories for the property tests of the rules. */

export const CHOICES = ['a.one', 'a.two', 'b.three', 'b.four'] as const;
export const START = Date.parse('2026-01-01T00:00:00.000Z');
export const DAY = 86_400_000;

export const scope: fc.Arbitrary<Scope> = fc.record({
  purpose: fc.constantFrom('DirectMarketing', 'FraudPreventionAndDetection'),
  basis: fc.constantFrom<Basis>('explicit_consent', 'consent', 'legitimate_interest', 'opt_out'),
  items: fc.subarray(['order_line', 'size', 'address']),
  recipients: fc.subarray(['parcelly', 'adly']),
  forItself: fc.subarray(['parcelly', 'adly']),
  countries: fc.subarray(['GB', 'US']),
  retention: fc.constantFrom('P30D', 'P1M', 'P1Y', 'P12M', 'P2Y'),
  automated: fc.boolean(),
});

const choiceTerms: fc.Arbitrary<ChoiceTerms> = fc
  .tuple(
    fc.constantFrom(['off', 'on'], ['never', 'monthly', 'weekly', 'daily'], ['never', 'weekly']),
    fc.nat(3),
    fc.subarray(['sale', 'share', 'cross_context_ads'] as const, { maxLength: 1 }),
    fc.constantFrom('press', 'press', 'words', 'two_steps'),
    fc.constantFrom(null, null, 'P1M', 'P2D'),
    scope,
  )
  .map(([options, initial, signals, grant, lasts, covered]) => ({
    options,
    initial: options[initial % options.length] ?? 'off',
    signals,
    grant,
    lasts,
    scope: covered,
  }));

const noticeChoices = fc
  .record(Object.fromEntries(CHOICES.map((choice) => [choice, choiceTerms])), { requiredKeys: ['a.one'] })
  .map((choices) => choices as Record<string, ChoiceTerms>);

/** One to three versions, each in force some days after the one before; the first from the start. */
export const notices: fc.Arbitrary<NoticeTerms[]> = fc
  .array(fc.tuple(noticeChoices, fc.subarray([...CHOICES], { maxLength: 1 }), fc.integer({ min: 1, max: 20 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((versions) => {
    let day = 0;
    return versions.map(([choices, material, wait], index) => {
      if (index > 0) day += wait;
      return {
        version: index + 1,
        hash: HASH,
        effectiveFrom: new Date(START + day * DAY).toISOString(),
        choices,
        material,
      };
    });
  });

/** One press, before it is known what is on screen when it happens. */
export interface Press {
  readonly items: readonly {
    readonly choice: string;
    readonly option: number;
    readonly seen: 'now' | 'none' | 'older' | 'other_notice';
    readonly until: number | null;
    readonly sure: boolean;
  }[];
  readonly by: By;
  readonly gpc: boolean;
  /** Milliseconds since the press before. */
  readonly wait: number;
}

const press: fc.Arbitrary<Press> = fc.record({
  items: fc.uniqueArray(
    fc.record({
      choice: fc.constantFrom<string>(...CHOICES),
      option: fc.nat(3),
      seen: fc.constantFrom('now', 'now', 'now', 'none', 'older', 'other_notice'),
      until: fc.constantFrom(null, null, -DAY, DAY, 10 * DAY),
      sure: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4, selector: (item) => item.choice },
  ),
  by: fc.constantFrom('customer', 'customer', 'customer', 'guardian', 'gpc', 'agent', 'device'),
  gpc: fc.boolean(),
  wait: fc.integer({ min: 0, max: 5 * DAY }),
});

export const presses: fc.Arbitrary<Press[]> = fc.array(press, { maxLength: 12 });

/** One press as it was judged. */
export interface Step {
  readonly before: SubjectState;
  readonly after: SubjectState;
  readonly items: readonly DecisionItem[];
  readonly press: Press;
  readonly now: string;
  readonly decision: Decision;
}

/** The options on screen for a choice, most protective first; none where no notice has it. */
function optionsOf(all: readonly NoticeTerms[], choice: string, now: string): readonly string[] {
  const order = [noticeInForce(all, now), ...all.toReversed()];
  for (const notice of order) {
    const terms = notice?.choices[choice];
    if (terms) return terms.options;
  }
  return [];
}

/** The items of a press on what is on screen at the time. What no notice has cannot be pressed. */
function itemsOf(pressed: Press, state: SubjectState, all: readonly NoticeTerms[], now: string): DecisionItem[] {
  const version = noticeInForce(all, now)?.version ?? 0;
  return pressed.items.flatMap(({ choice, option, seen, until, sure }) => {
    const options = optionsOf(all, choice, now);
    if (options.length === 0) return [];
    const onlyOff = pressed.by === 'gpc' || pressed.by === 'agent';
    const { seq } = recordOf(state, choice);
    return {
      choice,
      value: options[onlyOff ? 0 : option % options.length] ?? 'off',
      ...(seen === 'now' && { seen: { seq, notice: version } }),
      ...(seen === 'older' && { seen: { seq: Math.max(0, seq - 1), notice: version } }),
      ...(seen === 'other_notice' && { seen: { seq, notice: version - 1 } }),
      ...(until !== null && { until: new Date(Date.parse(now) + until).toISOString() }),
      ...(sure && { confirmed: true as const, gpcAck: true as const }),
    };
  });
}

/** Plays presses one after the other, as a backend would, sealing each entry with a hash of its own. */
export function play(all: readonly NoticeTerms[], pressed: readonly Press[]): { steps: Step[]; log: Entry[] } {
  const steps: Step[] = [];
  const log: Entry[] = [];
  let state = frozen(newSubject);
  let at = START;
  for (const one of pressed) {
    at += one.wait;
    const now = new Date(at).toISOString();
    const items = itemsOf(one, state, all, now);
    if (items.length === 0) continue;
    const decision = decide(state, frozen({ items, by: one.by, gpc: one.gpc }), all, now);
    let after = state;
    if (decision.stored) {
      const entry = { ...decision.entry, hash: decision.entry.seq.toString(16).padStart(64, '0') };
      log.push(entry);
      after = frozen({ ...decision.state, head: entry.hash });
    }
    steps.push({ before: state, after, items, press: one, now, decision });
    state = after;
  }
  return { steps, log };
}

/** How permissive the option in force is, by choice: its place among the options. */
export function reach(
  state: SubjectState,
  all: readonly NoticeTerms[],
  now: string,
  gpc: boolean,
): Map<string, number> {
  const terms = noticeInForce(all, now)?.choices ?? {};
  return new Map(
    choicesOf(state, all, now, gpc).choices.map(({ choice, effective }) => [
      choice,
      terms[choice]?.options.indexOf(effective) ?? -1,
    ]),
  );
}

/** Makes a value that throws where anybody changes it. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
