import type { Digest, Instant } from '#contract/primitives.ts';
import type { ReadStore } from './store/open-to-read.ts';
import { verifySubject, type SoundEntry } from './verify-subject.ts';
import { weekFaults } from './verify-weeks.ts';

export interface VerifiedStore {
  readonly subjects: number;
  /** Entries that hold. */
  readonly entries: number;
  /** What does not hold, a sentence each, the first fault of a subject; empty = the store is sound. */
  readonly faults: readonly string[];
}

const subjectsAtOnce = 500;

/**
 * Holds a store to the law of the record (I6, T2): dense numbers, an unbroken chain over the stored bytes, every state
 * the fold of its log, every receipt signed by a published key over its own entry, every entry told to the outbox. And
 * no key of a week that is over (see `ExpectationStore`).
 * Reads only, page by page, so it may run beside a server; `sound` hears of each entry that holds.
 */
export async function verifyStore(
  store: Pick<ReadStore, 'database' | 'subjects' | 'keys'>,
  sound: (entry: SoundEntry) => void = () => {},
  now: Instant = new Date().toISOString(),
): Promise<VerifiedStore> {
  const { database } = store;
  const published = new Set(
    (await database.selectFrom('notice').select(['brand_id', 'version', 'hash']).execute()).map(
      ({ brand_id, version, hash }) => `${brand_id} ${version} ${hash}`,
    ),
  );
  const faults = [...(await keyFaults(store)), ...(await weekFaults(database, now)), ...(await ownerless(store))];
  let entries = 0;
  let subjects = 0;
  for (let after: string | null = ''; after !== null;) {
    const page: { subject_id: string; brand_id: string }[] = await database
      .selectFrom('subject')
      .select(['subject_id', 'brand_id'])
      .where('subject_id', '>', after)
      .orderBy('subject_id')
      .limit(subjectsAtOnce)
      .execute();
    for (const { subject_id: id, brand_id: brand } of page) {
      const isPublished = (version: number, hash: Digest): boolean => published.has(`${brand} ${version} ${hash}`);
      const fault = await verifySubject(store, { id, brand }, isPublished, (entry) => {
        entries += 1;
        sound(entry);
      });
      if (fault !== null) faults.push(`Subject ${id} of ${brand}: ${fault}.`);
    }
    subjects += page.length;
    after = page.at(-1)?.subject_id ?? null;
  }
  return { subjects, entries, faults };
}

/** A retired key must not be able to sign, and one key must. */
async function keyFaults({ database }: Pick<ReadStore, 'database'>): Promise<string[]> {
  const keys = await database.selectFrom('signing_key').select(['kid', 'private_jwk', 'retired_at']).execute();
  const faults = keys
    .filter(({ private_jwk, retired_at }) => retired_at !== null && private_jwk !== null)
    .map(({ kid }) => `Signing key ${kid} is retired, and its private half is still there.`);
  const signing = keys.filter(({ private_jwk, retired_at }) => retired_at === null && private_jwk !== null);
  return signing.length > 0 ? faults : [...faults, 'There is no key to sign receipts with.'];
}

/** Entries whose subject is gone, or is another brand's. */
async function ownerless({ database }: Pick<ReadStore, 'database'>): Promise<string[]> {
  const found = await database
    .selectFrom('entry')
    .leftJoin('subject', (join) =>
      join.onRef('subject.subject_id', '=', 'entry.subject_id').onRef('subject.brand_id', '=', 'entry.brand_id'),
    )
    .select(['entry.subject_id', 'entry.brand_id'])
    .distinct()
    .where('subject.subject_id', 'is', null)
    .execute();
  return found.map(({ subject_id, brand_id }) => `Subject ${subject_id} of ${brand_id} has a log and no row.`);
}
