import { replaceEqualDeep } from '@tanstack/react-query';
import type { Choices } from '#contract/choices.ts';
import type { Entry } from '#contract/decisions.ts';
import type { PublishedNotice } from '#contract/notice.ts';
import { choiceState } from '#rules/effective.ts';
import { fold } from '#rules/fold.ts';
import type { SubjectState } from '#rules/subject.ts';
import { termsOf } from '#rules/terms-of.ts';

/** The customer's record as far as the choices tell it: enough to fold one more entry. */
const recordOf = (choices: Choices): SubjectState => ({
  seq: choices.seq,
  head: null,
  signalAt: choices.signal.recordedAt,
  choices: Object.fromEntries(choices.choices.map(({ choice, decided, seq }) => [choice, { decided, seq }] as const)),
});

/**
 * The choices with one confirmed entry in them, by the same rules as on the server, so that a saved choice reads as
 * saved without asking again. Numbers never go back: an entry that is already in them changes nothing.
 */
export function foldAnswer(choices: Choices, entry: Entry, notice: PublishedNotice): Choices {
  if (entry.seq <= choices.seq) return choices;
  const record = fold(recordOf(choices), entry);
  // What was not applied stands as it stood; only what was applied was decided on this notice.
  const named = new Set(entry.items.filter((item) => item.outcome === 'applied').map((item) => item.choice));
  // The entry names the notice, so it was in force by then, whatever time zone its day began in.
  const terms = [{ ...termsOf(notice), effectiveFrom: entry.at }];
  return {
    ...choices,
    seq: entry.seq,
    asOf: entry.at,
    choices: choices.choices.map((one) =>
      named.has(one.choice) ? choiceState(one.choice, record, terms, entry.at, choices.signal.gpc) : one,
    ),
  };
}

/** Between the choices and this entry something else was stored, so the choices must be asked for again. */
export const leavesGap = (choices: Choices, entry: Entry): boolean =>
  entry.seq > choices.seq + 1 || entry.notice.hash !== choices.notice.hash;

/**
 * Of two answers, the one that knows more: an answer that was overtaken must not undo what came after it. Another
 * customer's choices begin their own count.
 */
export function newer(before: Choices, after: Choices): Choices {
  const overtaken = before.customer === after.customer ? after.seq < before.seq : after.asOf < before.asOf;
  return overtaken ? before : replaceEqualDeep(before, after);
}
