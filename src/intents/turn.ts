import type { EngineState } from './engine-state.ts';
import type { Effect, Step } from './event.ts';
import { buildsOn, grantsOn, type Intent, itemOn } from './intent.ts';
import { drop, dropAnswered, settle } from './settle.ts';
import { earlierOn, laterOn } from './unsettled.ts';

/** A queue lives so long, and no longer (R7). */
export const LIFETIME = 24 * 60 * 60 * 1000;

/**
 * After every event: what is too old, superseded or overtaken is settled, and every intent that may go takes off. The
 * newest first, so that a withdrawal never waits for what it supersedes. `flush` = the page may be closing.
 */
export function takeTurns(before: EngineState, at: number, flush: boolean): Step {
  let state = dropAnswered(askOvertaken(dropSuperseded(expire(before, at))));
  const effects: Effect[] = [];
  for (const intent of state.intents.toReversed()) {
    if (!mayFly(state, intent, flush)) continue;
    const flying: Intent = { ...intent, phase: 'flying', tries: intent.tries + 1 };
    state = { ...state, intents: state.intents.map((other) => (other === intent ? flying : other)) };
    effects.push({ type: 'send', intent: flying });
  }
  return { state, effects };
}

/**
 * One flight per choice (R4). A grant also waits for every earlier click on its choice, because it builds on what becomes
 * of them, and for the refetch that a return asked for (R7). A withdrawal builds on nothing.
 */
function mayFly(state: EngineState, intent: Intent, flush: boolean): boolean {
  if (!state.online || !state.signedIn || intent.subject !== state.subject) return false;
  if (!intent.mine || intent.phase !== 'ready') return false;
  if (isAllGrants(intent) && intent.after > state.refetch.back) return false;
  return intent.items.every(({ choice }) => {
    if (grantsOn(intent, choice)) return earlierOn(state, intent, choice).length === 0 && !isFlying(state, choice);
    return flush || !isFlying(state, choice);
  });
}

const isFlying = (state: EngineState, choice: string): boolean =>
  state.intents.some((intent) => intent.phase === 'flying' && itemOn(intent, choice));

const isAllGrants = (intent: Intent): boolean => intent.items.every((item) => grantsOn(intent, item.choice));

function expire(state: EngineState, at: number): EngineState {
  const old = state.intents.filter(
    (intent) => intent.mine && intent.phase !== 'flying' && at - intent.pressedAt > LIFETIME,
  );
  return old.reduce((next, intent) => settle(next, intent, () => ({ kind: 'refused', reason: 'expired' })), state);
}

/**
 * An intent goes without a word where clicks that were made in sight of it name all its choices (R2): if it was never
 * sent, or if they all withdraw, for then it does not matter what became of it.
 */
function dropSuperseded(state: EngineState): EngineState {
  const superseded = state.intents.filter(
    (intent) =>
      intent.mine &&
      intent.phase !== 'flying' &&
      intent.items.every(({ choice }) =>
        laterOn(state, intent, choice).some(
          (later) => buildsOn(later, intent) && (intent.tries === 0 || !grantsOn(later, choice)),
        ),
      ),
  );
  return superseded.length > 0 ? drop(state, superseded) : state;
}

/**
 * A grant that was never sent dies where its choice moved since the press, and becomes a question: it is never taken to
 * the new base by itself (R3, R7). What an earlier click of ours may have moved is not judged before that is settled.
 */
function askOvertaken(state: EngineState): EngineState {
  const overtaken = state.intents.filter(
    (intent) =>
      intent.tries === 0 &&
      intent.mine &&
      isAllGrants(intent) &&
      intent.items.every(
        ({ choice, seen }) =>
          seen !== undefined &&
          (state.stored[choice]?.seq ?? 0) > seen.seq &&
          earlierOn(state, intent, choice).length === 0,
      ),
  );
  return overtaken.reduce((next, intent) => settle(next, intent, () => ({ kind: 'asks', reason: 'stale' })), state);
}
