import type { Choices, ChoiceState, Decided } from '#contract/choices.ts';
import type { ChoiceId, Instant } from '#contract/primitives.ts';
import { recordOf } from './fold.ts';
import { findTerms, mostProtective, shelve, termsIn, type Found, type Shelf } from './shelf.ts';
import type { SubjectState } from './subject.ts';
import type { ChoiceTerms, NoticeTerms } from './terms.ts';
import { suspended } from './widened.ts';

/** What holds, why and since when. */
type Standing = Pick<ChoiceState, 'effective' | 'why' | 'since'>;

/**
 * One choice as it stands: a function of record, notices, time and signal (I5). `gpc` = the browser's opt-out signal is
 * present now. A choice that the notice in force does not have is at its most protective option.
 */
export function choiceState(
  choice: ChoiceId,
  state: SubjectState,
  notices: readonly NoticeTerms[],
  now: Instant,
  gpc: boolean,
): ChoiceState {
  return stateOnShelf(choice, state, shelve(notices, now), gpc);
}

/** All choices of the notice in force, in its order. Throws where no notice is in force. */
export function choicesOf(state: SubjectState, notices: readonly NoticeTerms[], now: Instant, gpc: boolean): Choices {
  const shelf = shelve(notices, now);
  if (!shelf.inForce) throw new Error('No notice is in force. Publish one whose effectiveFrom is today or earlier.');
  const { version, hash } = shelf.inForce;
  return {
    notice: { version, hash },
    seq: state.seq,
    asOf: now,
    signal: { gpc, recordedAt: state.signalAt },
    choices: Object.keys(shelf.inForce.choices).map((choice) => stateOnShelf(choice, state, shelf, gpc)),
  };
}

/** `choiceState` for many choices at one moment: the notices are put in order once. */
export function stateOnShelf(choice: ChoiceId, state: SubjectState, shelf: Shelf, gpc: boolean): ChoiceState {
  const { decided, seq } = recordOf(state, choice);
  const found = findTerms(shelf, choice);
  const standing: Standing = found
    ? underSignal(found, decided, gpc, state.signalAt, withoutSignal(choice, found, decided, shelf))
    : { effective: 'off', why: decided ? 'notice_changed' : 'default', since: null };
  return { choice, decided, seq, ...standing };
}

function withoutSignal(choice: ChoiceId, found: Found, decided: Decided | null, shelf: Shelf): Standing {
  const { terms, notice } = found;
  const protective = mostProtective(terms);
  const offered = notice === shelf.inForce;
  if (!decided) return { effective: offered ? terms.initial : protective, why: 'default', since: null };
  if (isRefusal(choice, decided, terms, shelf)) return { effective: protective, why: decided.by, since: decided.at };

  const lapsed = decided.until !== null && Date.parse(decided.until) <= shelf.now ? decided.until : null;
  const changed =
    offered && terms.options.includes(decided.value)
      ? suspended(choice, decided, shelf)
      : laterOf(shelf.inForce?.effectiveFrom ?? decided.at, decided.at);
  if (lapsed !== null && (changed === null || Date.parse(lapsed) <= Date.parse(changed))) {
    return { effective: protective, why: 'expired', since: lapsed };
  }
  if (changed !== null) return { effective: protective, why: 'notice_changed', since: changed };
  return { effective: decided.value, why: decided.by, since: decided.at };
}

/**
 * A refusal stays one whatever a later notice calls its options, and whichever notice the customer was reading when
 * they refused: it is shown again, never asked again.
 */
export function isRefusal(choice: ChoiceId, decided: Decided, terms: ChoiceTerms, shelf: Shelf): boolean {
  const onNotice = shelf.order.find((notice) => notice.version === decided.notice);
  const own = onNotice && termsIn(onNotice, choice);
  const read = own?.options.includes(decided.value) ? own : findTerms(shelf, choice, decided.value)?.terms;
  return decided.value === mostProtective(read ?? terms);
}

function laterOf(one: Instant, other: Instant): Instant {
  return Date.parse(one) > Date.parse(other) ? one : other;
}

/**
 * A browser's opt-out signal (Global Privacy Control; 11 CCR §7025) keeps what it touches at the most protective
 * option, unless the customer granted it knowing of the signal. It never makes anything more permissive.
 */
function underSignal(
  found: Found,
  decided: Decided | null,
  gpc: boolean,
  signalAt: Instant | null,
  standing: Standing,
): Standing {
  const { terms } = found;
  if (!gpc || terms.signals.length === 0) return standing;
  if (decided && decided.by !== 'gpc' && decided.gpcAck) return standing;
  const protective = mostProtective(terms);
  if (decided && standing.effective === protective && standing.why === decided.by) return standing;
  return { effective: protective, why: 'signal', since: signalAt };
}
