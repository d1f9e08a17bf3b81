import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { Database } from './schema.ts';

/** Milliseconds between two times that the file is written anew, and until it is tried again where somebody reads it. */
const pause = 5_000;
/** Bytes of a file that is written anew: some hundred milliseconds in which nobody is answered. */
const small = 16 * 1024 * 1024;

/**
 * Takes what was deleted out of a SQLite file and the log beside it. With `secure_delete` it is zeros where it stood; what
 * is left are the log's older pages, and, now and then, a second copy in the unused part of a page: one that was made
 * when rows moved to make room. The log is emptied at once. Only writing the file anew is sure to leave no such copy
 * behind: that is done at once too, and where much is forgotten, once in a while for all of it. A large file is too long
 * at it for customers to wait; docs/runbook.md says what to do then.
 */
export function scrubber(database: Database): Pick<Engine, 'scrub'> & { readonly stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let last = Number.NEGATIVE_INFINITY;

  const scrub = async (): Promise<void> => {
    const anew = stopped || performance.now() - last >= pause;
    if (anew) last = performance.now();
    const done = await scrubOnce(database, anew);
    if ((done && anew) || timer || stopped) return;
    timer = setTimeout(() => {
      timer = null;
      last = Number.NEGATIVE_INFINITY;
      void scrub();
    }, pause).unref();
  };

  const stop = async (): Promise<void> => {
    stopped = true;
    if (!timer) return;
    clearTimeout(timer);
    await scrub();
  };
  return { scrub, stop };
}

/** True = nothing is left that could be taken out. */
async function scrubOnce(database: Database, anew: boolean): Promise<boolean> {
  try {
    return await database.connection().execute(async (one) => {
      const timeout = await numberOf(one, 'busy_timeout');
      // Whoever reads is not waited for: meanwhile nobody would be answered.
      await sql`pragma busy_timeout = 0`.execute(one);
      try {
        const bytes = (await numberOf(one, 'page_count')) * (await numberOf(one, 'page_size'));
        if (anew && bytes <= small) await sql`vacuum`.execute(one);
        return (await numberOf(one, 'wal_checkpoint(truncate)')) === 0;
      } finally {
        await sql`pragma busy_timeout = ${sql.lit(timeout)}`.execute(one);
      }
    });
  } catch {
    return false;
  }
}

/** What a pragma says first. */
async function numberOf(database: Database, pragma: string): Promise<number> {
  const { rows } = await sql<Record<string, number>>`pragma ${sql.raw(pragma)}`.execute(database);
  return Number(Object.values(rows[0] ?? {})[0]);
}
