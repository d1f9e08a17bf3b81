import { openStore } from '#server/store/open-store.ts';
import type { Entry } from '#contract/decisions.ts';
import { seal } from '#rules/chain.ts';
import { fold } from '#rules/fold.ts';
import { newSubject, type SubjectState } from '#rules/subject.ts';
import { expect } from 'vitest';

export interface Verified {
  readonly subjects: number;
  /** The hash of the entry that each key made. */
  readonly byKey: ReadonlyMap<string, string>;
}

/**
 * Reads a data folder that no server uses and holds every subject to the law of the record: dense numbers, an unbroken
 * chain over the stored bytes, a projection that is the fold of the log, each entry told to the outbox once (I6, T2).
 */
export async function verifyLog(dataDir: string): Promise<Verified> {
  const store = await openStore(dataDir, () => new Date().toISOString());
  try {
    const byKey = new Map<string, string>();
    const subjects = await store.database.selectFrom('subject').selectAll().execute();
    for (const { subject_id: id, brand_id: brand, state, version } of subjects) {
      const subject = { id, brand };
      const rows = await store.database
        .selectFrom('entry')
        .selectAll()
        .where('subject_id', '=', id)
        .orderBy('seq')
        .execute();
      const entries: Entry[] = (await store.subjects.list(subject, { before: 1e9, limit: 1e9 })).toReversed();
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
      let folded: SubjectState = newSubject;
      for (const [index, row] of rows.entries()) {
        expect(row.hash).toBe(await seal(folded.head, row.body));
        const entry = entries[index];
        if (!entry) throw new Error(`Entry ${row.seq} cannot be read.`);
        expect(entry.seq).toBe(row.seq);
        folded = fold(folded, entry);
        if (row.idem_key) byKey.set(row.idem_key, row.hash);
      }
      expect(JSON.parse(state)).toEqual(folded);
      expect(version).toBeGreaterThanOrEqual(rows.length > 0 ? 1 : 0);
      const told = await store.database
        .selectFrom('outbox')
        .select('seq')
        .where('subject_id', '=', id)
        .orderBy('seq')
        .execute();
      expect(told.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq));
    }
    return { subjects: subjects.length, byKey };
  } finally {
    await store.close();
  }
}
