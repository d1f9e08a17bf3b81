import { retryLater } from './backoff.ts';
import type { EngineState } from './engine-state.ts';
import { andThen, type EventOf, known, type Step } from './event.ts';
import type { FailureCode, Intent } from './intent.ts';
import { absorb, doubt, refetch } from './refetch.ts';
import { askAgain, settle } from './settle.ts';
import { changeIntents } from './unsettled.ts';

/** It may work later, and after most of these it may have worked already: the same key is sent again. */
export const passing: ReadonlySet<FailureCode> = new Set([
  'offline',
  'timeout',
  'bad_answer',
  'sent',
  'internal',
  'busy',
  'too_many',
]);

/** A flight ended without an answer that stores it. What follows depends on what the other side may have done. */
export function failed(before: EngineState, { key, failure, from, luck }: EventOf<'failed'>): Step {
  const { code: reason, retryAfter, current } = failure;
  const state = absorb(before, current);
  const intent = state.intents.find((one) => one.key === key);
  if (!intent) return known(state);
  if (reason === 'signed_out') return known(signedOut(state, intent, from.session));
  if (passing.has(reason)) return retryLater(state, intent, { code: reason, retryAfter, luck });
  if (reason === 'key_reused') return storedByAnotherTab(state, intent);
  // Nothing was stored, and nothing will be under this key: the customer is asked (R3), or told why.
  const settled = settle(state, intent, (item) =>
    reason === 'stale' || reason === 'notice_changed' ? askAgain(item, reason) : { kind: 'refused', reason },
  );
  return andThen(known(settled), refetch);
}

/**
 * Nobody but us draws our keys, so the click is in the log: where there are no locks, another tab sent it too, on
 * another base. The refetch shows what became of it; where the wish did not come true, it is asked again.
 */
function storedByAnotherTab(state: EngineState, intent: Intent): Step {
  const settled = settle(state, intent, () => ({ kind: 'asks', reason: 'stale' }));
  return doubt(
    settled,
    intent.items.map((item) => item.choice),
  );
}

/** The intent and its key are kept (R8). A 401 that belongs to an earlier session only means: once more. */
function signedOut(state: EngineState, intent: Intent, session: number): EngineState {
  const signedIn = state.signedIn && session !== state.session;
  return changeIntents({ ...state, signedIn }, (one) => (one === intent ? { ...one, phase: 'ready' } : one));
}
