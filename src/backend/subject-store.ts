import type { Entry } from '#contract/decisions.ts';
import type { BrandId, Digest, Instant, Seq } from '#contract/primitives.ts';
import type { SubjectState } from '#rules/subject.ts';

/**
 * What a place that keeps decisions must do, and no more. `subject-service.ts` is everything else: the memory backend
 * is that service over a Map, the server is the same service over a database.
 *
 * Every method may reject when the place cannot be reached; the service answers `busy` and nothing was promised.
 */

/** One customer of one brand, or one browser without a customer. `id` is a random UUID, never the same in two brands. */
export interface Subject {
  readonly brand: BrandId;
  readonly id: string;
}

/** The projection of a subject. */
export interface LoadedSubject {
  readonly state: SubjectState;
  /** Changes with every write to the subject; handed back in `append`. Opaque to the service. */
  readonly version: number;
}

/** What the commitment in an entry's hashed body opens to (I7). Erasing it leaves nothing to guess against. */
export interface Evidence {
  /** 256 random bits, hexadecimal; new for every entry. */
  readonly salt: string;
  /** RFC 8785 text of {clientTime, ipPrefix, surface, userAgent}. */
  readonly text: string;
}

/** One row of the log, complete: what was answered, what was hashed, and what it takes to answer the same again. */
export interface LogRow {
  /** Its `seq` is the row's place in the log. */
  readonly entry: Entry;
  /** The exact RFC 8785 text that `entry.hash` was computed over: hash what you store, store what you hash. */
  readonly body: string;
  /** The compact JWS that was answered. */
  readonly receipt: string;
  /** The client's name for the intent; null for what no client sent (a browser signal, a demo's past). Unique per subject. */
  readonly key: string | null;
  /** Digest of the command that came with `key`; another command under the same key is `key_reused`. */
  readonly command: Digest | null;
  readonly evidence: Evidence | null;
}

/** A write: rows that follow each other, and the projection after the last of them. All of it is kept, or nothing. */
export interface Append {
  readonly subject: Subject;
  /** The version that was loaded. Where the subject has moved on, nothing is written. */
  readonly version: number;
  /** At least one. Their seqs are dense and follow the loaded state's. */
  readonly rows: readonly LogRow[];
  readonly state: SubjectState;
}

/**
 * `stored`: durably, answer it (I8). `moved`: the subject has another version by now; load and decide again.
 * `key_taken`: another row of this subject has that key; find it and replay.
 */
export type Appended = 'stored' | 'moved' | 'key_taken';

/** Keeps subjects and their logs. Append-only: no method changes a row. */
export interface SubjectStore {
  /** The subject that a brand knows under an identifier ("demo:maya"), made when first asked for; null = a new one. */
  subjectFor(brand: BrandId, identifier: string | null): Promise<Subject>;
  /** Null where the brand has no such subject. */
  load(subject: Subject): Promise<LoadedSubject | null>;
  findByKey(subject: Subject, key: string): Promise<LogRow | null>;
  append(write: Append): Promise<Appended>;
  /** Entries with a seq below `before`, newest first, at most `limit`. */
  list(subject: Subject, page: { readonly before: Seq; readonly limit: number }): Promise<readonly Entry[]>;
  /** The receipt of one entry; null where the subject has none with that seq. */
  receipt(subject: Subject, seq: Seq): Promise<string | null>;
}

/** A session, kept under the digest of its secret: whoever reads the store cannot use what is in it. */
export interface StoredSession {
  /** SHA-256 of the token, hexadecimal. */
  readonly token: Digest;
  readonly subject: Subject;
  /** The demo persona that is signed in; null = none is. */
  readonly persona: string | null;
  /**
   * How the customer is greeted, empty where nobody said; null = a browser without a customer: it may withdraw and
   * read, not grant. Kept here and nowhere else, so that it goes when the session goes.
   */
  readonly name: string | null;
  /** The browser's opt-out signal was seen in this session and put on record (once per session). */
  readonly signal: boolean;
  readonly expiresAt: Instant;
}

/** A session as it was found. */
export interface FoundSession extends StoredSession {
  /** Its subject at that same moment, from a store that reads both at once: it saves the question that comes next. */
  readonly current?: LoadedSubject | undefined;
}

/** Keeps sessions. Finding one does not judge its expiry: the service does, by its clock. */
export interface SessionStore {
  /** Sessions that ended before `now` may be forgotten on the way. */
  put(session: StoredSession, now: Instant): Promise<void>;
  find(token: Digest): Promise<FoundSession | null>;
  /** Sets `signal`. No session with that token: nothing happens. */
  markSignal(token: Digest): Promise<void>;
  /** No session with that token: nothing happens. */
  remove(token: Digest): Promise<void>;
}
