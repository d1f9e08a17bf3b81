import { answered } from './answered.ts';
import { adopted, found, hinted, settledElsewhere } from './elsewhere.ts';
import type { EngineState } from './engine-state.ts';
import { andThen, type EngineEvent, type EventOf, known, type Step } from './event.ts';
import { failed } from './failed.ts';
import { pressed } from './pressed.ts';
import { baseFailed, based, refetch, refetchAgain } from './refetch.ts';
import { online, session, shown } from './return.ts';
import { without } from './settle.ts';
import { takeTurns } from './turn.ts';
import { changeIntents, wake } from './unsettled.ts';

type Handlers = { readonly [T in EngineEvent['type']]: (state: EngineState, event: EventOf<T>, at: number) => Step };

const handlers: Handlers = {
  pressed,
  dismissed: (state, { choice }) => known({ ...state, notes: without(state.notes, [choice]) }),
  nudged: (state) => refetchAgain(wake(state)),
  answered,
  failed,
  based: (state, event) => known(based(state, event)),
  base_failed: baseFailed,
  // A timer of an earlier flight wakes nobody from a later wait.
  retry_due: (state, { key, tries }) => known(wake(state, (intent) => intent.key === key && intent.tries === tries)),
  ten_seconds_passed: (state, { key }) =>
    known(changeIntents(state, (intent) => (intent.key === key ? { ...intent, slow: true } : intent))),
  refetch_due: refetchAgain,
  online: (state, event) => online(state, event.online),
  hidden: (state) => known(wake(state)),
  shown: (state, { restored }) => shown(state, restored),
  session: (state, { subject }) => session(state, subject),
  stood_in: (state, { here }) => known({ ...state, here }),
  found: (state, { kept }, at) => found(state, kept, at),
  adopted: (state, { kept }) => adopted(state, kept),
  gone: (state, { key }) =>
    settledElsewhere(
      state,
      state.intents.filter((intent) => intent.key === key && !intent.mine),
    ),
  // The tabs of a browser share one session: nothing is sent before the backend has said whose it is now.
  contested: (state) => refetch({ ...state, signedIn: false }),
  hinted: (state, { seqs }) => hinted(state, seqs),
};

/**
 * The engine's whole meaning: what is known, and what is to be done, after something happened. Pure; `at` is this
 * browser's clock in milliseconds. First the event is understood, then everyone who may be sent takes their turn.
 */
export function reduce(state: EngineState, event: EngineEvent, at: number): Step {
  // What was asked for another customer is nobody's business here any more.
  if ('from' in event && event.from.subject !== state.subject) return known(state);
  const handle = handlers[event.type] as (state: EngineState, event: EngineEvent, at: number) => Step;
  return andThen(handle(state, event, at), (next) => takeTurns(next, at, event.type === 'hidden'));
}
