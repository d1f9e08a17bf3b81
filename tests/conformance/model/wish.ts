import fc from 'fast-check';
import type { DecisionItem } from '#contract/decisions.ts';
import { book } from './book.ts';
import { versionAt } from './subject-model.ts';
import { momentOf, subjectOf, type Model } from './theatre.ts';

/** One item, before it is known what is on screen. */
export interface Wish {
  readonly choice: string;
  readonly value: string;
  readonly seen: 'now' | 'old' | 'none' | 'other_notice';
  readonly ack: boolean;
  readonly confirmed: boolean;
  readonly until: number | null;
}

/** The item that a wish is, sent from a seat now. */
export const itemOf = (wish: Wish, model: Model, seat: number): DecisionItem => {
  const seq = subjectOf(model, seat).seqOf(wish.choice);
  const notice = versionAt(momentOf(model, seat));
  const seen = {
    now: { seq, notice },
    old: { seq: seq > 0 ? seq - 1 : 1, notice },
    none: undefined,
    other_notice: { seq, notice: notice === 1 ? 2 : notice - 1 },
  }[wish.seen];
  return {
    choice: wish.choice,
    value: wish.value,
    ...(seen && { seen }),
    ...(wish.until !== null && { until: new Date(model.now + wish.until).toISOString() }),
    ...(wish.ack && { gpcAck: true as const }),
    ...(wish.confirmed && { confirmed: true as const }),
  };
};

const HOUR = 3_600_000;

/** Mostly the usual thing. */
export const often = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 2 * others.length + 2, arbitrary: fc.constant(usual) }, ...others.map((one) => fc.constant(one)));

const wish: fc.Arbitrary<Wish> = fc.record({
  choice: fc.oneof({ weight: 150, arbitrary: fc.constantFrom(...Object.keys(book)) }, fc.constant('no.such')),
  value: fc.oneof({ weight: 150, arbitrary: fc.constantFrom('on', 'off') }, fc.constant('weekly')),
  seen: often<Wish['seen']>('now', 'old', 'none', 'other_notice'),
  ack: fc.boolean(),
  confirmed: fc.boolean(),
  until: often<number | null>(null, HOUR, 20 * 24 * HOUR, -1),
});

/** What one press asks for: choices that differ, but for the rare client that names one twice. */
export const wishes = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.uniqueArray(wish, { minLength: 1, maxLength: 4, size: 'max', selector: (one) => one.choice }),
  },
  { weight: 1, arbitrary: wish.map((one) => [one, one]) },
);
