import type { ChoiceState } from '#contract/choices.ts';
import type { Instant } from '#contract/primitives.ts';
import type { EngineState } from './engine-state.ts';
import { type FailureCode, grantsOn, type Intent, itemOn } from './intent.ts';
import { inForceHere, mostProtective } from './protection.ts';
import { isDoubted } from './refetch.ts';

/** Where a choice stands. `saved` is said only of what a stored answer or a refetch showed, and of nothing unsettled. */
export type SaveStatus =
  | 'saved'
  | 'saving'
  | 'retrying'
  | 'waiting_offline'
  | 'unconfirmed'
  | 'changed_elsewhere'
  | 'needs_sign_in'
  | 'refused';

/** One choice as the screen shows it. Times and names in its sentence come from `stored.decided`: the server's (R12). */
export interface ChoiceView {
  readonly choice: string;
  readonly status: SaveStatus;
  /** What the control shows: the intent while there is one, else what is stored; null = not known yet. */
  readonly value: string | null;
  /** What applies in this browser now: a withdrawal from the click on, a grant from its receipt on; null = not known. */
  readonly inForce: string | null;
  /** The newest state the backend has confirmed; the line under the control tells this truth. */
  readonly stored: ChoiceState | null;
  /** The click that is not saved, by its key: the same words about a new click are news; null = there is none. */
  readonly press: string | null;
  /** What the click that is not saved wanted; null = there is none. */
  readonly wanted: string | null;
  /** That click moved towards protection: it holds in this browser whatever happens. */
  readonly withdrawal: boolean;
  /** `changed_elsewhere`: stale or notice_changed. `refused`: why. `retrying`, `unconfirmed`: how the last try failed. */
  readonly reason: FailureCode | 'expired' | null;
  readonly tries: number;
  /** Ten seconds have passed: say "not saved yet". */
  readonly notYet: boolean;
  /** Five tries have failed: offer another way. */
  readonly anotherWay: boolean;
  /** `needs_sign_in`: since when it is off for this browser's own subject; null = it is not, or not yet. */
  readonly here: Instant | null;
  /** "Saved · receipt": of the last click made here, as long as it is what stands. `seq` is for getReceipt. */
  readonly receipt: { readonly seq: number; readonly jws: string } | null;
}

/** After such a failure the other side may or may not have stored it. */
export const unknowable: ReadonlySet<FailureCode | null> = new Set([
  'timeout',
  'bad_answer',
  'sent',
  'internal',
  'busy',
]);

/**
 * One choice, with what is unsettled laid over what is stored. `base` is the choice as the query cache has it. Returns
 * a new object each time: compute it while rendering, do not select it from the store.
 */
export function choiceView(state: EngineState, base: ChoiceState | undefined, choice: string): ChoiceView {
  const stored = newest(base, state.stored[choice]);
  const note = state.notes[choice];
  const latest = latestOn(state, stored, choice);
  const inForce = inForceHere(state, stored, choice);
  const truth = {
    choice,
    stored,
    inForce,
    press: null,
    wanted: null,
    withdrawal: false,
    reason: null,
    here: null,
    receipt: null,
  };
  const calm = { tries: 0, notYet: false, anotherWay: false };
  const value = stored?.effective ?? null;
  const doubtful = stored === null || isDoubted(state, choice);

  if (latest) {
    const wanted = itemOn(latest, choice)?.value ?? null;
    return {
      ...truth,
      status: unsettled(state, latest, choice),
      value: wanted,
      press: latest.key,
      wanted,
      withdrawal: !grantsOn(latest, choice),
      here: state.here[choice] ?? null,
      reason: latest.trouble,
      tries: latest.tries,
      notYet: latest.slow,
      anotherWay: latest.trouble !== null && latest.tries >= 5,
    };
  }
  if (note?.kind === 'asks') {
    const status = doubtful ? 'unconfirmed' : 'changed_elsewhere';
    return { ...truth, ...calm, status, value, wanted: note.item.value, reason: note.reason };
  }
  if (note?.kind === 'refused') {
    const { withdrawal, reason, item } = note;
    const shown = withdrawal ? inForce : value;
    return { ...truth, ...calm, status: 'refused', value: shown, wanted: item.value, withdrawal, reason };
  }
  const receipt = note?.kind === 'saved' && note.seq === stored?.seq ? { seq: note.seq, jws: note.receipt } : null;
  return { ...truth, ...calm, status: doubtful ? 'unconfirmed' : 'saved', value, receipt };
}

/**
 * The last unsettled click on a choice. One that a later, settled click has replaced only waits to be told so, unless it
 * is more protective than what is stored: then it will be applied.
 */
function latestOn(state: EngineState, stored: ChoiceState | null, choice: string): Intent | undefined {
  return state.intents.findLast((intent) => {
    const item = itemOn(intent, choice);
    if (!item || !stored || !intent.replaced.includes(choice)) return item;
    return mostProtective(item.options, stored.effective, item.value) !== stored.effective;
  });
}

function unsettled(state: EngineState, intent: Intent, choice: string): SaveStatus {
  if (!state.signedIn) return 'needs_sign_in';
  if (!state.online && intent.phase !== 'flying') return 'waiting_offline';
  if (unknowable.has(intent.trouble) || isDoubted(state, choice)) return 'unconfirmed';
  return intent.trouble === null ? 'saving' : 'retrying';
}

const newest = (base: ChoiceState | undefined, own: ChoiceState | undefined): ChoiceState | null =>
  base && !(own && own.seq > base.seq) ? base : (own ?? null);
