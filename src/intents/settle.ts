import type { EngineState } from './engine-state.ts';
import type { Intent, IntentItem, Note } from './intent.ts';
import { mostProtective } from './protection.ts';
import { isDoubted } from './refetch.ts';
import { laterOn } from './unsettled.ts';

/** What became of one item of a click. */
export type Fate =
  | { readonly kind: 'saved'; readonly seq: number; readonly receipt: string }
  /** Stored, but not by this tab. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'asks'; readonly reason: 'stale' | 'notice_changed' }
  | { readonly kind: 'refused'; readonly reason: (Note & { kind: 'refused' })['reason'] };

/** A record without some of its entries. */
export const without = <T>(all: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));

/**
 * Ends one intent, and only this one (R2): each of its choices gets its own note (I3), unless a later click on the
 * choice is unsettled or has already been settled.
 */
export function settle(state: EngineState, intent: Intent, fateOf: (item: IntentItem) => Fate): EngineState {
  const notes: Record<string, Note> = { ...state.notes };
  for (const item of intent.items) {
    const { choice } = item;
    const newest = laterOn(state, intent, choice).length === 0 && intent.generation >= (state.settled[choice] ?? 0);
    const fate = fateOf(item);
    if (newest && fate.kind !== 'elsewhere') notes[choice] = note(intent, item, fate);
  }
  return end({ ...state, notes }, [intent]);
}

/** Ends intents without a note: what became of them is not known here. */
export function end(state: EngineState, ended: readonly Intent[]): EngineState {
  const settled: Record<string, number> = { ...state.settled };
  for (const { generation, items } of ended)
    for (const { choice } of items) settled[choice] = Math.max(settled[choice] ?? 0, generation);
  return drop({ ...state, settled }, ended);
}

function note(intent: Intent, item: IntentItem, fate: Exclude<Fate, { kind: 'elsewhere' }>): Note {
  if (fate.kind === 'saved') return fate;
  const withdrawal = !intent.grants.includes(item.choice);
  // The most protective option cannot be stale: a backend that says so has refused a withdrawal, which then stands here.
  if (fate.kind === 'asks' && item.value !== item.options[0]) return { ...fate, item };
  return { kind: 'refused', key: intent.key, item, withdrawal, reason: fate.reason };
}

/**
 * Puts away notes that what is stored has answered: a wish that came true elsewhere, and a refused withdrawal since when
 * something at least as protective was stored.
 */
export function dropAnswered(state: EngineState): EngineState {
  const moot = Object.keys(state.notes).filter((choice) => {
    const [one, stored] = [state.notes[choice], state.stored[choice]];
    if (!one || one.kind === 'saved' || !stored || isDoubted(state, choice) || stored.seq <= (one.item.seen?.seq ?? 0))
      return false;
    const { options, value } = one.item;
    const protectedEnough =
      one.kind === 'refused' && one.withdrawal && mostProtective(options, value, stored.effective);
    return stored.effective === (protectedEnough || value);
  });
  return moot.length > 0 ? { ...state, notes: without(state.notes, moot) } : state;
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
