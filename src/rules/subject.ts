import type { Decided } from '#contract/choices.ts';
import type { Digest, Instant, Seq } from '#contract/primitives.ts';

/** What is on record for one choice. */
export interface ChoiceRecord {
  readonly decided: Decided | null;
  readonly seq: Seq;
}

/** The fold of one customer's log: what the projection row holds. */
export interface SubjectState {
  readonly seq: Seq;
  /** The hash of the newest entry; null before the first. */
  readonly head: Digest | null;
  readonly choices: Readonly<Record<string, ChoiceRecord>>;
  /** When a browser's signal was first put on record; null = never. */
  readonly signalAt: Instant | null;
}

export const newSubject: SubjectState = { seq: 0, head: null, choices: {}, signalAt: null };
