import { openStore } from '#server/store/open-store.ts';
import { verifyStore } from '#server/verify.ts';
import { expect } from 'vitest';

export interface Verified {
  readonly subjects: number;
  /** The hash of the entry that each key made. */
  readonly byKey: ReadonlyMap<string, string>;
}

/** Reads a database that no server writes to, and expects every subject in it to keep to the law of the record. */
export async function verifyLog(place: string): Promise<Verified> {
  const store = await openStore(place, () => new Date().toISOString());
  try {
    const byKey = new Map<string, string>();
    const { subjects, faults } = await verifyStore(store, ({ key, hash }) => {
      if (key !== null) byKey.set(key, hash);
    });
    expect(faults).toEqual([]);
    return { subjects, byKey };
  } finally {
    await store.close();
  }
}
