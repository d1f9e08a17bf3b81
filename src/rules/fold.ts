import type { Decided } from '#contract/choices.ts';
import type { Entry, RecordedItem } from '#contract/decisions.ts';
import type { Digest } from '#contract/primitives.ts';
import type { ChoiceRecord, SubjectState } from './subject.ts';

/** An entry before it is sealed: everything but its hash. */
export type UnsealedEntry = Omit<Entry, 'hash'>;

/**
 * The state after an entry: what `decide` answered when the entry was made, with the entry's hash as its head (I6).
 * Throws where the log has a gap, for then no state can be trusted.
 */
export function fold(state: SubjectState, entry: Entry): SubjectState {
  if (entry.seq !== state.seq + 1) {
    throw new Error(`The log has a gap: entry ${entry.seq} follows entry ${state.seq}. Restore the entries between.`);
  }
  return apply(state, entry, entry.hash);
}

/**
 * The state after an entry, with the head given. Only applied items name their choice: a grant that was refused as
 * stale beside an applied withdrawal stays in the record, but must not make other grants of its choice stale.
 */
export function apply(state: SubjectState, entry: UnsealedEntry, head: Digest | null): SubjectState {
  const choices: Record<string, ChoiceRecord> = { ...state.choices };
  for (const item of entry.items) {
    if (item.outcome !== 'applied') continue;
    choices[item.choice] = { seq: entry.seq, decided: decidedBy(entry, item) };
  }
  return {
    seq: entry.seq,
    head,
    choices,
    signalAt: state.signalAt ?? (entry.by === 'gpc' ? entry.at : null),
  };
}

/** What an entry decided on the choice of one of its applied items. */
export function decidedBy(entry: UnsealedEntry, { value, until, gpcAck }: RecordedItem): Decided {
  return { value, at: entry.at, by: entry.by, notice: entry.notice.version, until, gpcAck };
}

/** What is on record for a choice; nothing decided and seq 0 where no entry names it. */
export function recordOf(state: SubjectState, choice: string): ChoiceRecord {
  return (Object.hasOwn(state.choices, choice) ? state.choices[choice] : undefined) ?? { decided: null, seq: 0 };
}
