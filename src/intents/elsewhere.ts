import type { EngineState } from './engine-state.ts';
import { andThen, known, type Step } from './event.ts';
import { buildsOn, type Intent } from './intent.ts';
import { isSlow, patience } from './pressed.ts';
import { doubt, refetch } from './refetch.ts';
import { end, refusedKeys } from './settle.ts';
import { changeIntents, inOrder } from './unsettled.ts';

/**
 * Storage was looked through: clicks of this customer that another tab is sending, or that an earlier page left behind.
 * They are shown at once, and sent from here only when they are adopted.
 */
export function found(state: EngineState, kept: readonly Intent[], at: number): Step {
  const names = new Set(kept.map((intent) => intent.key));
  const left = state.intents.filter((intent) => !intent.mine && !names.has(intent.key));
  const ours = new Set([...state.intents.map((intent) => intent.key), ...refusedKeys(state)]);
  const fresh = kept
    .filter((intent) => intent.subject === state.subject && !ours.has(intent.key))
    .map((intent): Intent => ({ ...intent, mine: false, slow: isSlow(intent, at) }));
  const generation = Math.max(state.generation, ...fresh.map((intent) => intent.generation));
  const added = { ...state, generation, intents: inOrder([...state.intents, ...fresh]) };
  const timers = fresh.filter((intent) => !intent.slow).map((intent) => patience(intent.key));
  return andThen(known(added, ...timers), (next) => settledElsewhere(next, left));
}

/** Its sender is gone: this tab sends it now, as it was kept last, and its grants only after a refetch (R7). */
export function adopted(state: EngineState, kept: Intent): Step {
  return andThen(refetch(state), (next) =>
    known(
      changeIntents(next, (intent) =>
        intent.key === kept.key && !intent.mine
          ? { ...intent, items: kept.items, tries: kept.tries, mine: true, phase: 'ready', after: next.refetch.asked }
          : intent,
      ),
    ),
  );
}

/** Another tab has settled them. How is not known here before a refetch, and what builds on them waits for it. */
export function settledElsewhere(state: EngineState, ended: readonly Intent[]): Step {
  if (ended.length === 0) return known(state);
  const choices = ended.flatMap((intent) => intent.items.map((item) => item.choice));
  return andThen(doubt(end(state, ended), choices), (next) =>
    known(
      changeIntents(next, (intent) =>
        ended.some((one) => buildsOn(intent, one)) ? { ...intent, after: next.refetch.asked } : intent,
      ),
    ),
  );
}

/** Another tab stored something. It says which seq, never which value: that is asked of the backend. */
export function hinted(state: EngineState, seqs: Readonly<Record<string, number>>): Step {
  const moved = Object.keys(seqs).filter((choice) => (seqs[choice] ?? 0) > (state.stored[choice]?.seq ?? 0));
  return moved.length > 0 ? doubt(state, moved) : known(state);
}
