import type { EngineState } from './engine-state.ts';
import { type Intent, itemOn, type Unsettled } from './intent.ts';

/** Changes some of the unsettled clicks; `change` returns the very same intent where nothing changes. */
export const changeIntents = (state: EngineState, change: (intent: Intent) => Intent): EngineState => ({
  ...state,
  intents: state.intents.map(change),
});

/** Makes what waits for its next try ready for it. */
export const wake = (state: EngineState, which: (intent: Intent) => boolean = () => true): EngineState =>
  changeIntents(state, (intent) =>
    intent.phase === 'waiting' && which(intent) ? { ...intent, phase: 'ready' } : intent,
  );

/** Unsettled clicks on a choice that were made before this one. */
export const earlierOn = (state: EngineState, intent: Intent, choice: string): Intent[] =>
  state.intents.slice(0, state.intents.indexOf(intent)).filter((other) => itemOn(other, choice));

/** Unsettled clicks on a choice that were made after this one. */
export const laterOn = (state: EngineState, intent: Intent, choice: string): Intent[] =>
  state.intents.slice(state.intents.indexOf(intent) + 1).filter((other) => itemOn(other, choice));

/** Oldest first, in the same order in every tab. */
export const inOrder = <T extends Unsettled>(intents: readonly T[]): T[] =>
  intents.toSorted((a, b) => a.generation - b.generation || (a.key < b.key ? -1 : 1));

/** The names of all choices that unsettled clicks are about. */
export const choicesUnsettled = (state: EngineState, which: (intent: Intent) => boolean = () => true): string[] =>
  state.intents.filter(which).flatMap((intent) => intent.items.map((item) => item.choice));
