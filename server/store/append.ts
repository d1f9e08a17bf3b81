import pg from 'pg';
import type { Append, Appended, Subject } from '#backend/subject-store.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';
import { ownedBy, owner } from './tenant.ts';

class Moved extends Error {}

/** The write as a transaction of statements: right on every engine. */
export function appendInTransaction(database: Database): (write: Append) => Promise<Appended> {
  const appendWithin = appender(database);
  return async (write) => {
    try {
      await database.transaction().execute(async (work) => {
        if (!(await appendWithin(work, write))) throw new Moved();
      });
      return 'stored';
    } catch (error) {
      const outcome = error instanceof Moved ? 'moved' : outcomeOf(error);
      if (outcome) return outcome;
      throw error;
    }
  };
}

/**
 * Does a write within a transaction. Compare-and-set of the projection first: false = somebody was there before, and
 * nothing is written. Where a later statement fails, what came before it is to be undone by whoever began the work.
 */
export function appender(database: Database): (work: Database, write: Append) => Promise<boolean> {
  const moveOn = prepared((given: Subject & { from: number; to: number; state: string }) =>
    database
      .updateTable('subject')
      .set({ version: given.to, state: given.state })
      .where(ownedBy(given))
      .where('version', '=', given.from),
  );
  const addEntry = prepared((given: Subject & Rows['entries'][number]) => {
    const { seq, body, hash, receipt, idem_key, command } = given;
    return database.insertInto('entry').values({ ...owner(given), seq, body, hash, receipt, idem_key, command });
  });
  const addOutbox = prepared((given: Subject & Rows['outbox'][number]) => {
    const { seq, topic, created_at } = given;
    return database.insertInto('outbox').values({ ...owner(given), seq, topic, created_at });
  });
  const addEvidence = prepared((given: Subject & Rows['evidence'][number]) => {
    const { seq, salt, text } = given;
    return database.insertInto('evidence').values({ ...owner(given), seq, salt, text });
  });

  return async (work, write) => {
    const { subject, version, state } = write;
    const moved = { ...subject, from: version, to: version + 1, state: JSON.stringify(state) };
    if ((await moveOn(work, moved)).numAffectedRows !== 1n) return false;
    const { entries, outbox, evidence } = rowsOf(write);
    for (const row of entries) await addEntry(work, { ...subject, ...row });
    for (const row of outbox) await addOutbox(work, { ...subject, ...row });
    for (const row of evidence) await addEvidence(work, { ...subject, ...row });
    return true;
  };
}

/** What a write puts into each table, beside whose it is. */
export const rowsOf = ({ rows }: Append) => ({
  entries: rows.map(({ entry, body, receipt, key, command }) => ({
    seq: entry.seq,
    body,
    hash: entry.hash,
    receipt,
    idem_key: key,
    command,
  })),
  outbox: rows.map(({ entry }) => ({ seq: entry.seq, topic: 'decided' as const, created_at: entry.at })),
  evidence: rows.flatMap(({ entry, evidence }) => (evidence ? [{ seq: entry.seq, ...evidence }] : [])),
});

export type Rows = ReturnType<typeof rowsOf>;

/** Postgres' names for: a key is unique, in the log and of deeds. */
const keysInPostgres = ['entry_idem_key', 'deed_key'];
/** SQLite's codes for a value that is not unique, and for one of the primary key. */
const uniqueInSqlite = [2067, 1555];

/**
 * What an engine's refusal of a write means; null = that is not known (a connection cut in its commit, a full disk), and
 * the same key asked again settles it.
 */
export function outcomeOf(error: unknown): Exclude<Appended, 'stored'> | null {
  const { code, constraint, errcode, message } = error as Refusal;
  if (code === '23505' && keysInPostgres.includes(constraint ?? '')) return 'key_taken';
  if (uniqueInSqlite.includes(errcode ?? 0) && message?.includes('.idem_key')) return 'key_taken';
  // Undone by Postgres because of another write at the same time: serialization failure, deadlock.
  if (code === '40001' || code === '40P01') return 'moved';
  return null;
}

/** Is this Postgres' own word that it undid a statement, all of it; else it may have been committed unheard. */
export const isRefusal = (error: unknown): boolean => error instanceof pg.DatabaseError && error.severity === 'ERROR';

interface Refusal {
  readonly code?: string;
  readonly constraint?: string;
  readonly errcode?: number;
  readonly message?: string;
}
