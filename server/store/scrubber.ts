import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { Database } from './schema.ts';

/** Milliseconds until it is tried again, where somebody still reads what was there before. */
const pause = 5_000;
/** Bytes of a database that is written anew in the same step; it takes less than the wait for a disk. */
const small = 32 * 1024 * 1024;

/**
 * Takes what was deleted out of a SQLite file and the log beside it. With `secure_delete` it is zeros where it stood; what
 * is left are the log's older pages, and, now and then, a second copy in the unused part of a page: one that was made
 * when rows moved to make room. The log is emptied. Only writing the file anew is sure to leave no such copy behind,
 * and a large one is too long at that for customers to wait; docs/runbook.md says what to do then.
 */
export function scrubber(database: Database): Pick<Engine, 'scrub'> & { readonly stop: () => void } {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const scrub = async (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    const done = await scrubOnce(database);
    if (!done && !stopped) timer = setTimeout(() => void scrub(), pause).unref();
  };
  const stop = (): void => {
    stopped = true;
    if (timer) clearTimeout(timer);
  };
  return { scrub, stop };
}

async function scrubOnce(database: Database): Promise<boolean> {
  try {
    return await database.connection().execute(async (one) => {
      const timeout = await numberOf(one, 'busy_timeout');
      // Whoever reads is not waited for: meanwhile nobody would be answered.
      await sql`pragma busy_timeout = 0`.execute(one);
      try {
        const bytes = (await numberOf(one, 'page_count')) * (await numberOf(one, 'page_size'));
        if (bytes <= small) await sql`vacuum`.execute(one);
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
