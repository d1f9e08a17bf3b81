import type { By, ChoiceState } from '#contract/choices.ts';
import type { DecisionItem, Outcome, RecordedItem } from '#contract/decisions.ts';
import type { Instant } from '#contract/primitives.ts';
import { addToInstant } from './duration.ts';
import { stateOnShelf } from './effective.ts';
import { apply, recordOf, type UnsealedEntry } from './fold.ts';
import { findTerms, mostProtective, shelve, termsIn, type Shelf } from './shelf.ts';
import type { SubjectState } from './subject.ts';
import type { ChoiceTerms, NoticeTerms } from './terms.ts';
import { isGrant } from './options.ts';

/** One act of choosing as it reaches the record: the items, who chose, and whether their browser's signal is present. */
export interface DecideCommand {
  readonly items: readonly DecisionItem[];
  readonly by: By;
  readonly gpc: boolean;
}

/** Why nothing was stored: 428, 409, 412 or 400. */
type Refusal = 'unseen' | 'notice_changed' | 'stale' | 'malformed';

/** What becomes of a command. `state.head` is still the previous head: whoever seals the entry sets it. */
export type Decision =
  | { readonly stored: true; readonly entry: UnsealedEntry; readonly state: SubjectState }
  | {
      readonly stored: false;
      readonly problem: Refusal;
      /** What is wrong and how to mend it. */
      readonly detail: string;
      /** The choices named, as they stand; empty where the command is malformed. */
      readonly current: ChoiceState[];
    };

const DETAILS = {
  unseen:
    'A grant needs `seen` (the seq and notice that were on screen), `confirmed` where its words or second step are ' +
    'asked for, and `gpcAck` where the browser asks otherwise. Show the choice and ask again.',
  notice_changed: 'The notice has changed since it was shown. Show the one now in force and ask again.',
  stale: 'The choice has changed since it was shown, or the time asked for has passed. Show what holds and ask again.',
} as const;

/**
 * The meaning of a decision. Total and pure: the screen, the mock, the in-browser backend and the server all call it.
 *
 * A withdrawal is a move to the most protective option or to one before the option in force; it is always applied
 * (I1), also where nothing changes, so that it fences off every grant under way (I2). Everything else is a grant: it
 * needs to have seen what it changes, and what a device decided can be none. Outcomes are per item (I3); where none applies nothing is stored (I10) and the
 * refusal is the first of unseen, notice_changed, stale. `now` is the server's clock (I9).
 */
export function decide(
  state: SubjectState,
  command: DecideCommand,
  notices: readonly NoticeTerms[],
  now: Instant,
): Decision {
  const shelf = shelve(notices, now);
  if (!shelf.inForce) return malformed('No notice is in force. Publish one whose effectiveFrom is today or earlier.');
  const fault = findFault(command, shelf);
  if (fault !== null) return malformed(fault);

  const seq = state.seq + 1;
  const at = new Date(shelf.now).toISOString();
  const items = command.items.map((item) => judge(item, { state, command, shelf, seq, at }));
  if (!items.some((item) => item.outcome === 'applied')) {
    const problem = (['unseen', 'notice_changed'] as const).find((code) => items.some((it) => it.outcome === code));
    const current = command.items.map((item) => stateOnShelf(item.choice, state, shelf, command.gpc));
    return { stored: false, problem: problem ?? 'stale', detail: DETAILS[problem ?? 'stale'], current };
  }

  const { version, hash } = shelf.inForce;
  const raced = command.items.some((item) => item.seen && item.seen.seq !== recordOf(state, item.choice).seq);
  const entry: UnsealedEntry = { seq, at, by: command.by, notice: { version, hash }, items, raced };
  return { stored: true, entry, state: apply(state, entry, state.head) };
}

function malformed(detail: string): Decision {
  return { stored: false, problem: 'malformed', detail, current: [] };
}

/** What makes a command one that cannot be judged; null = nothing. */
function findFault(command: DecideCommand, shelf: Shelf): string | null {
  if (command.items.length === 0) return 'The command has no items. Name at least one choice and its value.';
  const named = new Set<string>();
  for (const { choice, value, until } of command.items) {
    if (named.has(choice)) return `The command names "${choice}" twice. Name each choice once.`;
    named.add(choice);
    const known = findTerms(shelf, choice);
    if (!known) return `No notice has a choice "${choice}". Read the choices again and use their ids.`;
    const found = findTerms(shelf, choice, value);
    if (!found) {
      return `Choice "${choice}" has no option "${value}". Its options are ${known.terms.options.join(', ')}.`;
    }
    if (until !== undefined && Number.isNaN(Date.parse(until))) {
      return `"until" of "${choice}" is not an instant. Write it like 2026-11-22T14:02:00.000Z.`;
    }
    if ((command.by === 'gpc' || command.by === 'agent') && value !== mostProtective(found.terms)) {
      return `A decision by "${command.by}" can only withdraw: set "${choice}" to "${mostProtective(found.terms)}".`;
    }
  }
  return null;
}

interface Case {
  readonly state: SubjectState;
  readonly command: DecideCommand;
  readonly shelf: Shelf;
  readonly seq: number;
  readonly at: Instant;
}

function judge(item: DecisionItem, { state, command, shelf, seq, at }: Case): RecordedItem {
  const { choice, value } = item;
  const record = recordOf(state, choice);
  const { effective, why } = stateOnShelf(choice, state, shelf, command.gpc);
  // findFault saw to it that some notice has the option.
  const terms = findTerms(shelf, choice, value)?.terms;
  const grants = terms === undefined || isGrant(terms, effective, value);
  const offered = shelf.inForce ? termsIn(shelf.inForce, choice) : undefined;
  // What a browser decided has seen nothing that counts, so that it can only withdraw.
  const asked = command.by === 'device' ? { ...item, seen: undefined } : item;
  const outcome = grants ? judgeGrant(asked, record.seq, offered, shelf, command.gpc) : 'applied';
  const recorded = { choice, value, outcome, before: record.decided?.value ?? null };
  if (outcome !== 'applied') return { ...recorded, seq: record.seq, until: null, gpcAck: false };
  if (grants) return { ...recorded, seq, until: lapse(item, offered, at), gpcAck: item.gpcAck === true };
  if (terms && value === mostProtective(terms)) {
    return { ...recorded, seq, until: null, gpcAck: false };
  }
  // Less of what was granted is still that grant: it lapses when that would have, and its acknowledgement holds.
  const standing = why === record.decided?.by ? record.decided : null;
  const until = earliest([standing?.until, item.until]);
  return { ...recorded, seq, until, gpcAck: standing?.gpcAck ?? false };
}

/** The preconditions of a grant, in the order in which the customer can mend them. */
function judgeGrant(
  item: DecisionItem,
  seq: number,
  terms: ChoiceTerms | undefined,
  shelf: Shelf,
  gpc: boolean,
): Outcome {
  if (!item.seen) return 'unseen';
  if (!terms?.options.includes(item.value) || item.seen.notice !== shelf.inForce?.version) return 'notice_changed';
  if (terms.grant !== 'press' && item.confirmed !== true) return 'unseen';
  if (gpc && terms.signals.length > 0 && item.gpcAck !== true) return 'unseen';
  if (item.seen.seq !== seq) return 'stale';
  return item.until !== undefined && Date.parse(item.until) <= shelf.now ? 'stale' : 'applied';
}

/** When a grant lapses: the earlier of what the customer asked for and what the use allows; null = it does not. */
function lapse(item: DecisionItem, terms: ChoiceTerms | undefined, at: Instant): Instant | null {
  return earliest([item.until, terms?.lasts ? addToInstant(at, terms.lasts) : null]);
}

function earliest(ends: readonly (Instant | null | undefined)[]): Instant | null {
  const moments = ends.filter((end) => typeof end === 'string').map((end) => Date.parse(end));
  return moments.length > 0 ? new Date(Math.min(...moments)).toISOString() : null;
}
