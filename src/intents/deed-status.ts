import type { Output } from '#contract/contract.ts';
import type { Instant } from '#contract/primitives.ts';
import { unknowable } from './choice-view.ts';
import type { Deed, DeedAnswer, DeedInput, DeedName, DeedNote } from './deed.ts';
import type { DeedsState } from './deeds-state.ts';
import type { FailureCode } from './intent.ts';

/** Where a deed stands. `saved` is said only after a 2xx that could be read and that tells of this very deed. */
export type DeedPhase =
  | 'saving'
  | 'retrying'
  | 'waiting_offline'
  | 'unconfirmed'
  | 'needs_sign_in'
  | 'refused'
  | 'saved';

interface StatusFor<K extends DeedName> {
  readonly phase: DeedPhase;
  readonly name: K;
  /** What was asked for: a screen shows it until something is stored. */
  readonly input: DeedInput<K>;
  /** Names the deed: the same words about another one are news. */
  readonly key: string;
  /** `saved`: since when, by the backend's clock, where it says so. */
  readonly at: Instant | null;
  /** `saved`: the backend's answer. */
  readonly answer: Output<K> | null;
  /** `refused`: why; `expired` = it was not saved within a day, and is not sent any more. Else how the last try failed. */
  readonly reason: FailureCode | 'expired' | null;
  /** The backend's words for people who read logs. What a customer reads goes by `reason`. */
  readonly detail: string | null;
  readonly tries: number;
  /** Ten seconds have passed: say "not saved yet". */
  readonly notYet: boolean;
  /** Five tries have failed: offer another way. */
  readonly anotherWay: boolean;
  /** Nothing of it has left this browser: `dismiss` calls it back. */
  readonly unsent: boolean;
}

/** The status of a target's last deed. Compare `name` to know its `input` and `answer`. */
export type DeedStatus<K extends DeedName = DeedName> = { readonly [N in K]: StatusFor<N> }[K];

/** What a screen says of a target; null = nothing was done to it here. */
export function deedStatus(state: DeedsState, target: string): DeedStatus | null {
  const deed = state.intents.findLast((one) => one.target === target);
  if (deed) return told(deed, phaseOf(state, deed), { reason: deed.trouble });
  const note = state.notes[target];
  return note ? settled(note) : null;
}

const settled = (note: DeedNote): DeedStatus =>
  note.kind === 'saved'
    ? told(note.deed, 'saved', { answer: note.answer, at: storedAt(note.answer) })
    : told(note.deed, 'refused', { reason: note.reason, detail: note.detail });

type More = Partial<Pick<StatusFor<DeedName>, 'at' | 'reason' | 'detail'>> & { readonly answer?: DeedAnswer };

const told = (deed: Deed, phase: DeedPhase, more: More): DeedStatus =>
  ({
    phase,
    ...deed.asked,
    key: deed.key,
    at: null,
    answer: null,
    reason: null,
    detail: null,
    tries: deed.tries,
    notYet: deed.slow,
    anotherWay: deed.trouble !== null && deed.tries >= 5,
    unsent: deed.tries === 0 && phase !== 'refused',
    ...more,
    // A note's answer is that of its own call: it was read as one.
  }) as DeedStatus;

function phaseOf(state: DeedsState, deed: Deed): DeedPhase {
  if (!state.signedIn) return 'needs_sign_in';
  if (!state.online && deed.phase !== 'flying') return 'waiting_offline';
  if (unknowable.has(deed.trouble)) return 'unconfirmed';
  return deed.trouble === null ? 'saving' : 'retrying';
}

/** When the backend stored it, where its answer says so. */
function storedAt(answer: DeedAnswer): Instant | null {
  if ('record' in answer) return answer.record.correctedAt;
  if ('inference' in answer) return answer.inference?.judged?.at ?? null;
  if ('answer' in answer) return answer.answer?.at ?? null;
  return 'backupsUntil' in answer ? answer.at : null;
}
