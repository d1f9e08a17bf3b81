import type { ChoiceState } from '#contract/choices.ts';
import { jitter } from './backoff.ts';
import type { EngineState } from './engine-state.ts';
import { type EventOf, known, type Step } from './event.ts';

/** Takes in confirmed states. A lower seq than the one known is old news, whoever brings it (R4). */
export function absorb(state: EngineState, states: readonly ChoiceState[]): EngineState {
  const news = states.filter((one) => one.seq >= (state.stored[one.choice]?.seq ?? 0));
  if (news.length === 0) return state;
  return { ...state, stored: { ...state.stored, ...Object.fromEntries(news.map((one) => [one.choice, one])) } };
}

/** Asks for the choices as they stand now; returns with a new number. */
export function refetch(state: EngineState): Step {
  const asked = state.refetch.asked + 1;
  return known({ ...state, refetch: { ...state.refetch, asked } }, { type: 'refetch', refetch: asked });
}

/** Once more, if the newest refetch is not back. */
export const refetchAgain = (state: EngineState): Step =>
  state.refetch.back < state.refetch.asked
    ? known(state, { type: 'refetch', refetch: state.refetch.asked })
    : known(state);

/** Fresh choices. `refetch` is the number of the refetch that brought them; null = a query of its own. */
export function based(state: EngineState, event: EventOf<'based'>): EngineState {
  const { asked, back } = state.refetch;
  const refetched = {
    asked,
    back: Math.max(back, event.refetch ?? 0),
    failed: event.refetch === null ? state.refetch.failed : 0,
  };
  const doubts = Object.fromEntries(Object.entries(state.doubts).filter(([, until]) => until > refetched.back));
  const asOf = event.choices.asOf > state.asOf ? event.choices.asOf : state.asOf;
  return absorb({ ...state, doubts, asOf, refetch: refetched }, event.choices.choices);
}

/** A refetch failed. The newest is tried again until it comes back; an older one does not matter any more. */
export function baseFailed(state: EngineState, event: EventOf<'base_failed'>): Step {
  const { refetch: number, code, from, luck } = event;
  if (code === 'signed_out' && from.session === state.session) return known({ ...state, signedIn: false });
  if (number < state.refetch.asked) return known(state);
  const tries = state.refetch.failed + 1;
  return known(
    { ...state, refetch: { ...state.refetch, failed: tries } },
    { type: 'later', ms: jitter(tries, luck), event: { type: 'refetch_due' } },
  );
}

/** Marks choices of which "saved" may not be said before the refetch that is asked for now is back. */
export function doubt(state: EngineState, choices: readonly string[]): Step {
  const { state: asked, effects } = refetch(state);
  const doubts = Object.fromEntries(choices.map((choice) => [choice, asked.refetch.asked]));
  return { state: { ...asked, doubts: { ...asked.doubts, ...doubts } }, effects };
}

/** Is what is known of a choice in doubt until a refetch is back? */
export const isDoubted = (state: EngineState, choice: string): boolean =>
  (state.doubts[choice] ?? 0) > state.refetch.back;
