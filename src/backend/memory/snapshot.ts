import type { ReceiptKey } from '#contract/capabilities.ts';
import type { ExpectationVote } from '#backend/expectation-store.ts';
import type { Deed } from '#backend/holdings-store.ts';
import type { LogRow, StoredSession, Subject } from '#backend/subject-store.ts';
import type { BrandId, Day, Instant } from '#contract/primitives.ts';
import type { SubjectState } from '#rules/subject.ts';

/** A subject with its whole log, oldest first: row n has the seq n + 1. */
export interface KeptSubject {
  readonly subject: Subject;
  /** What the brand knows it by; null = a browser without a customer. */
  readonly identifier: string | null;
  readonly state: SubjectState;
  readonly log: readonly LogRow[];
}

/** What is held about a subject, and what it had done to it. */
export interface KeptHoldings {
  readonly brand: BrandId;
  readonly revision: number;
  /** `Holdings` as JSON: a snapshot is copied at every step, and a text costs next to nothing to copy. */
  readonly text: string;
  readonly deeds: readonly Deed[];
}

/** A week of answers to "Did you expect this?". */
export interface KeptWeek {
  readonly brand: BrandId;
  readonly week: Day;
  /** Null = the week is closed, and its key destroyed. */
  readonly key: string | null;
  readonly votes: readonly ExpectationVote[];
}

/** A signing key, both halves (RFC 8037). */
export type KeptKey = Omit<ReceiptKey, 'alg' | 'use'> & { readonly d: string };

/** Everything that the memory backend keeps. Plain JSON; every change makes a new one. */
export interface Snapshot {
  readonly subjects: Readonly<Record<string, KeptSubject>>;
  readonly sessions: Readonly<Record<string, StoredSession>>;
  /** The private key that receipts are signed with; null until the first is needed. */
  readonly signingKey: KeptKey | null;
  /** Sign-in tokens that were used, by brand and digest, and until when each is remembered. */
  readonly usedTokens?: Readonly<Record<string, Instant>>;
  /** What this browser's own subject is known by, by brand; absent where it has none. */
  readonly browser?: Readonly<Record<string, string>>;
  /** By the subject's id. */
  readonly holdings?: Readonly<Record<string, KeptHoldings>>;
  readonly weeks?: readonly KeptWeek[];
}

export const emptySnapshot: Snapshot = { subjects: {}, sessions: {}, signingKey: null };

/** What a step makes of a snapshot: the one to keep (the same one = nothing changed), and what to tell the caller. */
export interface Step<T> {
  readonly keep: Snapshot;
  readonly answer: T;
}

/**
 * Where a snapshot is kept. `change` runs one step alone: no other step, of this or another tab, comes between its
 * reading and its writing. It resolves when the write is kept, and rejects when it is not; then nothing has changed.
 */
export interface Persistence {
  readonly change: <T>(step: (kept: Snapshot) => Step<T>) => Promise<T>;
}

/** Keeps a snapshot as long as the page or the process lives. */
export const unkept = (): Persistence => {
  let snapshot = emptySnapshot;
  return {
    async change(step) {
      const { keep, answer } = step(snapshot);
      snapshot = keep;
      return answer;
    },
  };
};
