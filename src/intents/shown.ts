import type { Choices } from '#contract/choices.ts';
import type { Shown } from '#rules/category-switch.ts';
import type { ChoiceView } from './choice-view.ts';
import type { Intents } from './use-intents.ts';

/** Choices by their ids, as the screen shows them. */
export type Views = Readonly<Record<string, ChoiceView | undefined>>;

/** What is on screen now: the choices with what the customer wants laid over what is stored. */
export function shownOf(choices: Choices, views: Views): Shown {
  return {
    ...choices,
    choices: choices.choices.map((state) => {
      const view = views[state.choice];
      const stored = view?.stored ?? state;
      return { ...stored, effective: view?.value ?? stored.effective };
    }),
  };
}

/**
 * The same, once every press made so far is drawn: a second press may come before the first one is, and even after that
 * one is saved. What the customer saved here a moment ago is not what somebody else decided.
 */
export const afterPresses = (shown: Shown, { latest, savedAs }: Pick<Intents, 'latest' | 'savedAs'>): Shown => ({
  ...shown,
  choices: shown.choices.map((state) => ({
    ...state,
    effective: latest(state.choice) ?? state.effective,
    seq: Math.max(state.seq, savedAs(state.choice) ?? 0),
  })),
});
