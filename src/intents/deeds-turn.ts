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

/**
 * Of what was never sent only the last counts (R2). What was sent may be stored, and is settled first; but once a later
 * one has been sent, by a tab that knew nothing of it, it is not sent again: it would take the place of the later one.
 */
function dropReplaced(state: DeedsState): DeedsState {
  const replaced = (deed: Deed): boolean => {
    if (!deed.mine || deed.phase === 'flying') return false;
    const later = laterOn(state, deed);
    return later.length > 0 && (deed.tries === 0 || later.some(({ tries }) => tries > 0));
  };
  return state.intents.some(replaced) ? { ...state, intents: state.intents.filter((deed) => !replaced(deed)) } : state;
}

/** The later deeds on its target, under way or settled. */
const laterOn = ({ intents, notes }: DeedsState, { target, generation }: Deed): Deed[] =>
  [...intents, ...Object.values(notes).map(({ deed }) => deed)].filter(
    (one) => one.target === target && one.generation > generation,
  );

/** Ends one deed, and only this one (R2). A later one on its target has the word, whether under way or settled. */
export function settle(state: DeedsState, note: DeedNote): DeedsState {
  const { deed } = note;
  const notes = laterOn(state, deed).length > 0 ? state.notes : { ...state.notes, [deed.target]: note };
  return { ...state, intents: state.intents.filter((one) => one.key !== deed.key), notes };
}
