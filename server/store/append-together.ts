import { CompiledQuery, type Transaction } from 'kysely';
import type { Append, Appended } from '#backend/subject-store.ts';
import { appender, outcomeOf } from './append.ts';
import { commits } from './commits.ts';
import type { Database, Tables } from './schema.ts';

const savepoint = {
  begin: CompiledQuery.raw('savepoint one'),
  release: CompiledQuery.raw('release one'),
  undo: CompiledQuery.raw('rollback to one'),
};

interface Waiting {
  readonly write: Append;
  readonly resolve: (outcome: Appended) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * For an engine with one writer: writes that come in the same turn of the event loop, or while the disk was waited for,
 * share one transaction and so one wait for the disk, which is what a commit costs. Each is stored or not on its own;
 * none is answered before the commit that holds it returned, and where that fails none of them is stored.
 */
export function appendTogether(database: Database): (write: Append) => Promise<Appended> {
  const appendWithin = appender(database);
  let waiting: Waiting[] = [];

  const commit = async (): Promise<void> => {
    const group = waiting;
    waiting = [];
    try {
      const answers = await database.transaction().execute(async (work) => {
        const prepared: (() => void)[] = [];
        for (const one of group) prepared.push(await appendOne(work, one, appendWithin));
        return prepared;
      });
      if (commits.hasSubscribers) commits.publish(group.length);
      answers.forEach((answer) => answer());
    } catch (error) {
      group.forEach(({ reject }) => reject(error));
    }
  };

  return (write) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ write, resolve, reject }) === 1) setImmediate(() => void commit());
    });
}

/**
 * Does one write of a group, behind a savepoint of its own, and says how to answer it. Rejects where the engine undid
 * the whole transaction for it, as it may on a full disk.
 */
async function appendOne(
  work: Transaction<Tables>,
  { write, resolve, reject }: Waiting,
  appendWithin: ReturnType<typeof appender>,
): Promise<() => void> {
  await work.executeQuery(savepoint.begin);
  try {
    const stored = await appendWithin(work, write);
    await work.executeQuery(savepoint.release);
    return () => resolve(stored ? 'stored' : 'moved');
  } catch (error) {
    await undoOne(work, error);
    const outcome = outcomeOf(error);
    return () => (outcome ? resolve(outcome) : reject(error));
  }
}

async function undoOne(work: Transaction<Tables>, reason: unknown): Promise<void> {
  try {
    await work.executeQuery(savepoint.undo);
    await work.executeQuery(savepoint.release);
  } catch {
    throw reason;
  }
}
