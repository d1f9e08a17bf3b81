import type { Append, Appended } from '#backend/subject-store.ts';
import type { FindSession } from './find-session.ts';
import type { Database } from './schema.ts';

/** A database that is open, durable (I8) and up to date. All else in this folder is the same on every engine. */
export interface Engine {
  readonly database: Database;
  /** The one write of decisions, in the form that suits the engine; see `SubjectStore.append`. */
  readonly append: (write: Append) => Promise<Appended>;
  readonly findSession: FindSession;
  /**
   * Takes out of the database's files what was deleted or written over before, as far as the engine can: now, and what
   * it cannot do at once, soon. Never rejects: what was stored is stored.
   */
  readonly scrub: () => Promise<void>;
  readonly close: () => Promise<void>;
}
