import type { ChoiceState } from '#contract/choices.ts';
import type { EngineState } from './engine-state.ts';
import { buildsOn, grantsOn, type Intent, type IntentItem, itemOn, type Note } from './intent.ts';
import { mostProtective } from './protection.ts';
import { isDoubted } from './refetch.ts';
import { changeIntents, laterOn } from './unsettled.ts';

/** What became of one item of a click. */
export type Fate =
  | { readonly kind: 'saved'; readonly seq: number; readonly receipt: string }
  | { readonly kind: 'asks'; readonly reason: 'stale' | 'notice_changed' }
  | { readonly kind: 'refused'; readonly reason: (Note & { kind: 'refused' })['reason'] };

/** A record without some of its entries. */
export const without = <T>(all: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));

/**
 * Ends one intent, and only this one (R2): each of its choices gets its own note (I3), unless a later click on the
 * choice, made in sight of it, has or will have the word.
 */
export function settle(state: EngineState, intent: Intent, fateOf: (item: IntentItem) => Fate): EngineState {
  const notes: Record<string, Note> = { ...state.notes };
  for (const item of intent.items) {
    const { choice } = item;
    const fate = fateOf(item);
    const replaced =
      intent.replaced.includes(choice) ||
      laterOn(state, intent, choice).some((later) => buildsOn(later, intent)) ||
      // A question stands until it is answered: a click that settles after it did not know of it.
      (fate.kind !== 'refused' && notes[choice] !== undefined && notes[choice].kind !== 'saved');
    if (!replaced) notes[choice] = note(intent, item, fate);
  }
  return end({ ...state, notes }, [intent]);
}

/** Ends intents without a note: what became of them is not known here. */
export function end(state: EngineState, ended: readonly Intent[]): EngineState {
  return changeIntents(drop(state, ended), (intent) => {
    const later = ended.filter((one) => buildsOn(one, intent));
    if (later.length === 0) return intent;
    return {
      ...intent,
      replaced: [...intent.replaced, ...later.flatMap((one) => one.items.map((item) => item.choice))],
    };
  });
}

function note(intent: Intent, item: IntentItem, fate: Fate): Note {
  if (fate.kind === 'saved') return fate;
  if (fate.kind === 'asks') return { ...fate, item };
  return { ...fate, key: intent.key, item, withdrawal: !grantsOn(intent, item.choice) };
}

/**
 * What becomes of an item that did not apply because its base is old. The most protective option has no base: a backend
 * that calls it stale has refused a withdrawal, which then stands in this browser.
 */
export const askAgain = (item: IntentItem, reason: 'stale' | 'notice_changed'): Fate =>
  item.value === item.options[0] ? { kind: 'refused', reason } : { kind: 'asks', reason };

/**
 * Puts away notes that what is stored has answered: a wish that came true elsewhere, and a refused withdrawal since when
 * something at least as protective was stored.
 */
export function dropAnswered(state: EngineState): EngineState {
  const answered = Object.keys(state.notes).filter((choice) => {
    const one = state.notes[choice];
    return one && one.kind !== 'saved' && isSettled(state, choice) && isAnswered(one, state.stored[choice]);
  });
  return answered.length > 0 ? { ...state, notes: without(state.notes, answered) } : state;
}

/** Is what is known of a choice all there is to know? */
const isSettled = (state: EngineState, choice: string): boolean =>
  !isDoubted(state, choice) && !state.intents.some((intent) => itemOn(intent, choice));

function isAnswered(one: Exclude<Note, { kind: 'saved' }>, stored: ChoiceState | undefined): boolean {
  const { options, value, seen } = one.item;
  if (!stored || stored.seq <= (seen?.seq ?? 0)) return false;
  if (stored.effective === value) return true;
  return one.kind === 'refused' && one.withdrawal && mostProtective(options, value, stored.effective) !== value;
}

/** Takes intents out of the list. */
export const drop = (state: EngineState, intents: readonly Intent[]): EngineState => ({
  ...state,
  intents: state.intents.filter((intent) => !intents.includes(intent)),
});

/** The keys of refused withdrawals, which are kept for the next page. */
export const refusedKeys = (state: EngineState): string[] =>
  Object.values(state.notes).flatMap((one) =>
    one.kind === 'refused' && one.withdrawal && one.reason !== 'expired' ? [one.key] : [],
  );
