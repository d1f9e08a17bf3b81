import type { Transaction } from 'kysely';
import type { Append, Appended } from '#backend/subject-store.ts';
import type { Database, Tables } from './schema.ts';
import { ownedBy, owner } from './tenant.ts';

class Moved extends Error {}

/** The write as a transaction of statements: right on every engine. */
export const appendInTransaction =
  (database: Database) =>
  async (write: Append): Promise<Appended> => {
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

/**
 * Compare-and-set of the projection first: false = somebody was there before, and nothing is written. Where a later
 * statement fails, what came before it is to be undone by whoever began the work.
 */
export async function appendWithin(work: Transaction<Tables>, write: Append): Promise<boolean> {
  const { subject, version, state } = write;
  const set = await work
    .updateTable('subject')
    .set({ version: version + 1, state: JSON.stringify(state) })
    .where(ownedBy(subject))
    .where('version', '=', version)
    .executeTakeFirst();
  if (set.numUpdatedRows !== 1n) return false;
  const { entries, outbox, evidence } = rowsOf(write);
  const whose = owner(subject);
  await work
    .insertInto('entry')
    .values(entries.map((row) => ({ ...whose, ...row })))
    .execute();
  await work
    .insertInto('outbox')
    .values(outbox.map((row) => ({ ...whose, ...row })))
    .execute();
  if (evidence.length > 0) {
    await work
      .insertInto('evidence')
      .values(evidence.map((row) => ({ ...whose, ...row })))
      .execute();
  }
  return true;
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

const uniqueInSqlite = 2067;

/**
 * What an engine's refusal of a write means; null = that is not known (a connection cut in its commit, a full disk), and
 * the same key asked again settles it.
 */
export function outcomeOf(error: unknown): Exclude<Appended, 'stored'> | null {
  const { code, constraint, errcode, message } = error as Refusal;
  if (code === '23505' && constraint === 'entry_idem_key') return 'key_taken';
  if (errcode === uniqueInSqlite && message?.includes('.idem_key')) return 'key_taken';
  // Undone by Postgres because of another write at the same time: serialization failure, deadlock.
  if (code === '40001' || code === '40P01') return 'moved';
  return null;
}

interface Refusal {
  readonly code?: string;
  readonly constraint?: string;
  readonly errcode?: number;
  readonly message?: string;
}
