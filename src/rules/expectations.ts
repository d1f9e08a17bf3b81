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

/** In the customer's own words. */
interface Reason {
  readonly card: Id;
  readonly reason: string;
}

/** What a brand learns of one card: tens of answers, rounded down, and the reasons that came with any of them. */
export type ReleasedCard = { readonly card: Id; readonly reasons: readonly string[] } & Readonly<
  Record<ExpectationAnswer, number>
>;

/** Is anything told of a card with so many answers in a week. Of any other, reasons are deleted when the week closes. */
export const isTold = (answers: number): boolean => answers >= FEWEST;

/** The week that a moment belongs to in the brand's time zone: from one Monday to the next. */
export function weekOf(now: Instant, zone: string): { readonly week: Day; readonly closes: Instant } {
  const today = Date.parse(dayOf(now, zone));
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  return { week: dayAt(monday), closes: startOfDay(dayAt(monday + 7 * DAY), zone) };
}

/**
 * The only cut that a brand gets of what customers expected: by card, in the order of the cards' ids. A card with fewer
 * than 20 answers is absent, as if nobody had answered, and every number is rounded down to tens. Reasons stand in the
 * order of the alphabet, so that none can be told by when it came, nor with which answer.
 */
export function released(counts: readonly Counted[], reasons: readonly Reason[]): readonly ReleasedCard[] {
  const cards = [...Map.groupBy(counts, ({ card }) => card)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return cards.flatMap(([card, answers]) => {
    if (!isTold(sum(answers))) return [];
    const tens = (answer: ExpectationAnswer): number =>
      Math.floor(sum(answers.filter((one) => one.answer === answer)) / STEP) * STEP;
    const said = reasons.filter((one) => one.card === card).map(({ reason }) => reason);
    return [
      {
        card,
        expected: tens('expected'),
        surprised: tens('surprised'),
        not_ok: tens('not_ok'),
        reasons: said.toSorted(byAlphabet),
      },
    ];
  });
}

/** Whatever the case of its letters; the same on every machine. */
function byAlphabet(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return one < other ? -1 : 1;
  return a < b ? -1 : 1;
}

const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

const sum = (counts: readonly Counted[]): number => counts.reduce((total, { count }) => total + count, 0);
