import type { Deed } from './deed.ts';
import { tellsOf } from './deed-tells.ts';
import { type DeedEventOf, type DeedsState, type DeedStep, knowing } from './deeds-state.ts';
import { settle } from './deeds-turn.ts';
import { pauseAfter } from './backoff.ts';
import { passing } from './failed.ts';

/**
 * The deed is stored. Only the deed with this very key ends (R2). An answer that tells of something else is believed in
 * nothing, and the same key is sent again.
 */
export function answered(state: DeedsState, event: DeedEventOf<'answered'>): DeedStep {
  const { key, answer, luck } = event;
  const deed = state.intents.find((one) => one.key === key);
  const changed = { type: 'changed', answer } as const;
  // Late, after somebody else had settled it; it may still be news for what is on screen.
  if (!deed) return knowing(state, changed);
  if (!tellsOf(deed.asked, answer)) return retryLater(state, deed, { code: 'bad_answer', retryAfter: null, luck });
  return knowing(settle(state, { kind: 'saved', deed, answer }), changed, { type: 'tell' });
}

/** A flight ended without an answer that stores it. What follows depends on what the other side may have done. */
export function failed(state: DeedsState, { key, failure, from, luck }: DeedEventOf<'failed'>): DeedStep {
  const { code, retryAfter, detail = '' } = failure;
  const deed = state.intents.find((one) => one.key === key);
  if (!deed) return knowing(state);
  if (code === 'signed_out') {
    // The deed and its key are kept (R8). A 401 that belongs to an earlier session only means: once more.
    const waits = change(state, key, (one) => ({ ...one, phase: 'ready' }));
    return from.session === state.session
      ? knowing({ ...waits, signedIn: false }, { type: 'signed_out' })
      : knowing(waits);
  }
  if (passing.has(code)) return retryLater(state, deed, { code, retryAfter, luck });
  // Nothing was stored, and nothing will be under this key: the customer is told why.
  return knowing(settle(state, { kind: 'refused', deed, reason: code, detail }), { type: 'tell' });
}

/** The same deed with the same key, later (R5). */
function retryLater(
  state: DeedsState,
  { key, tries }: Deed,
  { code, retryAfter, luck }: { code: Deed['trouble']; retryAfter: number | null; luck: number },
): DeedStep {
  return knowing(
    change(state, key, (one) => ({ ...one, phase: 'waiting', trouble: code })),
    { type: 'later', ms: pauseAfter(tries, retryAfter, luck), event: { type: 'retry_due', key, tries } },
  );
}

/** Changes the unsettled deed of a key. */
export const change = (state: DeedsState, key: string, into: (deed: Deed) => Deed): DeedsState => ({
  ...state,
  intents: state.intents.map((one) => (one.key === key ? into(one) : one)),
});
