import type { ExpectationAnswer } from '#contract/expectations.ts';
import type { Day, Id, Instant } from '#contract/primitives.ts';
import { dayOf, startOfDay } from './days.ts';

const DAY = 86_400_000;

/** Below this a card's answers could point at somebody. */
const FEWEST = 20;

/** Published numbers are rounded down to a multiple of this. */
const STEP = 10;

/** How many gave one answer on one card, in a week that is closed. */
interface Counted {
  readonly card: Id;
  readonly answer: ExpectationAnswer;
  readonly count: number;
}

/** What a brand learns of one card: tens of answers, rounded down. */
export type ReleasedCard = { readonly card: Id } & Readonly<Record<ExpectationAnswer, number>>;

/** The week that a moment belongs to in the brand's time zone: from one Monday to the next. */
export function weekOf(now: Instant, zone: string): { readonly week: Day; readonly closes: Instant } {
  const today = Date.parse(dayOf(now, zone));
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  return { week: dayAt(monday), closes: startOfDay(dayAt(monday + 7 * DAY), zone) };
}

/**
 * The only cut that a brand gets of what customers expected: by card, in the order of the cards' ids. A card with fewer
 * than 20 answers is absent, as if nobody had answered, and every number is rounded down to tens.
 */
export function released(counts: readonly Counted[]): readonly ReleasedCard[] {
  const cards = [...Map.groupBy(counts, ({ card }) => card)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return cards.flatMap(([card, answers]) => {
    if (sum(answers) < FEWEST) return [];
    const tens = (answer: ExpectationAnswer): number =>
      Math.floor(sum(answers.filter((one) => one.answer === answer)) / STEP) * STEP;
    return [{ card, expected: tens('expected'), surprised: tens('surprised'), not_ok: tens('not_ok') }];
  });
}

const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

const sum = (counts: readonly Counted[]): number => counts.reduce((total, { count }) => total + count, 0);
