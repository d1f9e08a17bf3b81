import type { Deed, DeedNote } from './deed.ts';
import type { DeedEffect, DeedsState, DeedStep } from './deeds-state.ts';
import { LIFETIME } from './turn.ts';

/** After this time a deed is not sent any more, but asked again: who asked for it may not want it now. */
export const isTooOld = (deed: Deed, at: number): boolean => at - deed.pressedAt > LIFETIME;

/**
 * After every event: what is too old or replaced is settled, and every deed that may go takes off. It goes alone on its
 * target (R4): what was sent before is settled first, or an answer that was lost would not say which came last.
 */
export function takeTurns(before: DeedsState, at: number): DeedStep {
  let state = dropReplaced(expire(before, at));
  const effects: DeedEffect[] = [];
  for (const deed of state.intents) {
    if (!mayFly(state, deed)) continue;
    const flying: Deed = { ...deed, phase: 'flying', tries: deed.tries + 1 };
    state = { ...state, intents: state.intents.map((one) => (one === deed ? flying : one)) };
    effects.push({ type: 'send', deed: flying });
  }
  return { state, effects };
}

function mayFly(state: DeedsState, deed: Deed): boolean {
  if (!state.online || !state.signedIn || deed.subject !== state.subject) return false;
  if (!deed.mine || deed.phase !== 'ready') return false;
  return state.intents.find((one) => one.target === deed.target) === deed;
}

const expire = (state: DeedsState, at: number): DeedsState =>
  state.intents
    .filter((deed) => deed.mine && deed.phase !== 'flying' && isTooOld(deed, at))
    .reduce((next, deed) => settle(next, { kind: 'refused', deed, reason: 'expired', detail: '' }), state);

/** Of what was never sent only the last counts (R2). What was sent may be stored, and is settled first. */
function dropReplaced(state: DeedsState): DeedsState {
  const replaced = (deed: Deed): boolean => deed.mine && deed.tries === 0 && hasLater(state, deed);
  return state.intents.some(replaced) ? { ...state, intents: state.intents.filter((deed) => !replaced(deed)) } : state;
}

const hasLater = (state: DeedsState, deed: Deed): boolean =>
  state.intents.findLast((one) => one.target === deed.target) !== deed;

/** Ends one deed, and only this one (R2). Where a later one on its target is under way, that has the word. */
export function settle(state: DeedsState, note: DeedNote): DeedsState {
  const { deed } = note;
  const intents = state.intents.filter((one) => one.key !== deed.key);
  const later = intents.some((one) => one.target === deed.target);
  return { ...state, intents, notes: later ? state.notes : { ...state.notes, [deed.target]: note } };
}
