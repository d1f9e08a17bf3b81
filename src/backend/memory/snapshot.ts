import type { JWK } from 'jose';
import type { LogRow, StoredSession, Subject } from '#backend/subject-store.ts';
import type { SubjectState } from '#rules/subject.ts';

/** A subject with its whole log, oldest first: row n has the seq n + 1. */
export interface KeptSubject {
  readonly subject: Subject;
  /** What the brand knows it by; null = a browser without a customer. */
  readonly identifier: string | null;
  readonly state: SubjectState;
  readonly log: readonly LogRow[];
}

/** Everything that the memory backend keeps. Plain JSON; every change makes a new one. */
export interface Snapshot {
  readonly subjects: Readonly<Record<string, KeptSubject>>;
  readonly sessions: Readonly<Record<string, StoredSession>>;
  /** The private key that receipts are signed with; null until the first is needed. */
  readonly signingKey: JWK | null;
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
  change<T>(step: (kept: Snapshot) => Step<T>): Promise<T>;
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
