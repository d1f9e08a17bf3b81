import type { Forgotten } from '#contract/holdings.ts';
import type { Digest, Instant } from '#contract/primitives.ts';
import type { HoldingRecord, Holdings } from '#rules/holdings.ts';
import type { Subject } from './subject-store.ts';

/**
 * Whoever keeps what is held about customers, and changes it at their word. The brand's own systems stand behind it;
 * what a change means is in `src/rules/`. Every method may reject when the place cannot be reached.
 */
export interface HoldingsStore {
  /** Null = nobody ever said what is held about this customer. */
  read(subject: Subject): Promise<HeldNow | null>;
  /** Puts down what is held about a subject of whom nothing was; of several at once the first does. */
  add(subject: Subject, holdings: Holdings): Promise<void>;
  /** All of it is kept, durably, or nothing. What takes anything away erases the digests of earlier deeds with it. */
  change(write: HoldingsChange): Promise<HoldingsChanged>;
  /** What a customer did under a key; null = nothing. */
  findDeed(subject: Subject, key: string): Promise<Deed | null>;
}

/** What is held, and the revision that every change raises. */
export interface HeldNow {
  readonly revision: number;
  readonly holdings: Holdings;
}

/** Something that a customer had done to what is held: a correction, a forgetting, a judgement, an answer. */
export interface Deed {
  /** The client's name for the intent; unique per subject. */
  readonly key: string;
  /**
   * Digest of the command that came with `key`; another command under the same key is `key_reused`. Null = erased, since
   * a short answer could be guessed from it: then the key alone is told of the deed again.
   */
  readonly command: Digest | null;
  readonly kind: 'correct' | 'forget' | 'judge' | 'answer';
  readonly at: Instant;
  /** What it led to, as JSON, to be told again: ids and numbers, and no word of what is held. */
  readonly answer: string;
}

export interface HoldingsChange {
  readonly subject: Subject;
  /** The revision that was read. Where it has moved on, nothing is written. */
  readonly revision: number;
  /** Records that are new, or replace those of the same id. */
  readonly put: readonly HoldingRecord[];
  /** Ids of records that go. */
  readonly remove: readonly string[];
  /** Ids of events whose details go. */
  readonly forgetEvents: readonly string[];
  /** Replaces what is known of a category's last forgetting. */
  readonly forgotten: readonly Forgotten[];
  /** Null = nobody asked for it, such as the note of a visit. */
  readonly deed: Deed | null;
}

/** `moved`: read again and think again. `key_taken`: find the deed and replay it. */
export type HoldingsChanged = 'stored' | 'moved' | 'key_taken';
