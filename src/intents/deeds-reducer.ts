import { answered, change, failed } from './deed-answered.ts';
import type { Deed } from './deed.ts';
import {
  type DeedEvent,
  type DeedEventOf,
  type DeedsState,
  type DeedStep,
  knowing,
  nothingDone,
} from './deeds-state.ts';
import { isTooOld, settle, takeTurns } from './deeds-turn.ts';
import { isSlow, PATIENCE } from './pressed.ts';
import { without } from './settle.ts';
import { inOrder } from './unsettled.ts';

type Handlers = {
  readonly [T in DeedEvent['type']]: (state: DeedsState, event: DeedEventOf<T>, at: number) => DeedStep;
};

const handlers: Handlers = {
  done,
  dismissed: (state, { target }) => knowing(...putAway(state, target)),
  nudged: wake,
  answered,
  failed,
  // A timer of an earlier flight wakes nobody from a later wait.
  retry_due: (state, { key, tries }) =>
    knowing(change(state, key, (deed) => (deed.tries === tries ? woken(deed) : deed))),
  ten_seconds_passed: (state, { key }) => knowing(change(state, key, (deed) => ({ ...deed, slow: true }))),
  online: (state, { online }) => wake({ ...state, online }),
  hidden: wake,
  shown: wake,
  session,
  found,
  // Its sender is gone: this tab sends it now, as it was kept last.
  adopted: (state, { kept }) =>
    knowing(change(state, kept.key, (deed) => (deed.mine ? deed : { ...deed, tries: kept.tries, mine: true }))),
  // Another tab is done with it. How is not known here before what is on screen is asked for again.
  gone: (state, { key }) => {
    const left = state.intents.filter((deed) => deed.key !== key || deed.mine);
    return left.length < state.intents.length
      ? knowing({ ...state, intents: left }, { type: 'changed', answer: null })
      : knowing(state);
  },
};

/**
 * The meaning of the engine of deeds: what is known, and what is to be done, after something happened. Pure; `at` is
 * this browser's clock in milliseconds.
 */
export function reduceDeeds(before: DeedsState, event: DeedEvent, at: number): DeedStep {
  // What was asked for another customer is nobody's business here any more.
  if ('from' in event && event.from.subject !== before.subject) return knowing(before);
  const handle = handlers[event.type] as (state: DeedsState, event: DeedEvent, at: number) => DeedStep;
  const { state, effects } = handle(before, event, at);
  const turns = takeTurns(state, at);
  return { state: turns.state, effects: [...effects, ...turns.effects] };
}

/** A deed under its own key. What was said of the one before on its target is over. */
function done(before: DeedsState, { key, asked, target }: DeedEventOf<'done'>, at: number): DeedStep {
  const generation = Math.max(before.generation + 1, at);
  const { subject } = before;
  if (subject === null) throw new Error('Nobody is known to be signed in: render this below useDeeds.');
  const [state, ...effects] = clearNote(before, target);
  const deed: Deed = {
    key,
    asked,
    target,
    generation,
    subject,
    pressedAt: at,
    tries: 0,
    phase: 'ready',
    trouble: null,
    slow: false,
    mine: true,
  };
  return knowing({ ...state, generation, intents: [...state.intents, deed] }, ...effects, patience(key), {
    type: 'tell',
  });
}

const patience = (key: string) =>
  ({ type: 'later', ms: PATIENCE, event: { type: 'ten_seconds_passed', key } }) as const;

type Rest = readonly [DeedsState, ...DeedStep['effects']];

/** What was said of a target's last deed is said no more; what was kept only to be asked again is kept no more. */
function clearNote(state: DeedsState, target: string): Rest {
  const note = state.notes[target];
  if (!note) return [state];
  return [
    { ...state, notes: without(state.notes, [target]) },
    { type: 'let_go', keys: [note.deed.key] },
  ];
}

/** The line is put away; a deed of this tab that was never sent is called back. */
function putAway(state: DeedsState, target: string): Rest {
  const [next, ...effects] = clearNote(state, target);
  const unsent = (deed: Deed): boolean => deed.target === target && deed.mine && deed.tries === 0;
  return [{ ...next, intents: next.intents.filter((deed) => !unsent(deed)) }, ...effects, { type: 'tell' }];
}

const woken = (deed: Deed): Deed => (deed.phase === 'waiting' ? { ...deed, phase: 'ready' } : deed);

/** What waits for its next try is ready for it. */
function wake(state: DeedsState): DeedStep {
  return knowing({ ...state, intents: state.intents.map(woken) });
}

/** Who is signed in. The same customer as before goes on; another one starts with nothing of theirs (R8). */
function session(state: DeedsState, { subject, signedIn, session: number }: DeedEventOf<'session'>): DeedStep {
  const { online } = state;
  if (subject !== state.subject) return knowing({ ...nothingDone, online, subject, signedIn, session: number });
  return wake({ ...state, signedIn, session: number });
}

/**
 * Storage was looked through: deeds of this customer that another tab is sending, or that an earlier page left behind.
 * Those that are too old are asked again, and sent from nowhere.
 */
function found(before: DeedsState, { kept }: DeedEventOf<'found'>, at: number): DeedStep {
  const known = new Set(
    [...before.intents, ...Object.values(before.notes).map(({ deed }) => deed)].map(({ key }) => key),
  );
  const fresh = inOrder(kept.filter((deed) => deed.subject === before.subject && !known.has(deed.key)));
  const waiting = fresh.filter((deed) => !isTooOld(deed, at)).map((deed) => ({ ...deed, slow: isSlow(deed, at) }));
  const old = fresh.filter((deed) => isTooOld(deed, at));
  const intents = inOrder([...before.intents, ...waiting]);
  const generation = Math.max(before.generation, ...fresh.map((deed) => deed.generation));
  const state = old.reduce(
    (next: DeedsState, deed) => settle(next, { kind: 'refused', deed, reason: 'expired', detail: '' }),
    { ...before, generation, intents },
  );
  const replaced = old.filter((deed) => state.notes[deed.target]?.deed !== deed).map(({ key }) => key);
  const effects = waiting.filter((deed) => !deed.slow).map(({ key }) => patience(key));
  return knowing(state, ...effects, ...(replaced.length > 0 ? [{ type: 'let_go', keys: replaced } as const] : []));
}
