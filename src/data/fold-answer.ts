import { replaceEqualDeep } from '@tanstack/react-query';
import type { Choices, ChoiceState } from '#contract/choices.ts';
import type { Entry } from '#contract/decisions.ts';
import { decidedBy } from '#rules/fold.ts';

/**
 * The choices with one confirmed entry in them, so that a saved choice reads as saved without asking again. What was
 * applied is in force by that entry; what was not stands as it stood. Numbers never go back: an entry that is already in
 * the choices changes nothing.
 */
export function foldAnswer(choices: Choices, entry: Entry): Choices {
  if (entry.seq <= choices.seq) return choices;
  const applied = new Map(
    entry.items.filter((item) => item.outcome === 'applied').map((item) => [item.choice, item] as const),
  );
  const after = (one: ChoiceState): ChoiceState => {
    const item = applied.get(one.choice);
    if (!item) return one;
    const { choice, value, seq } = item;
    return { choice, decided: decidedBy(entry, item), effective: value, why: entry.by, since: entry.at, seq };
  };
  return { ...choices, seq: entry.seq, asOf: entry.at, choices: choices.choices.map(after) };
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
