import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyDatabase } from '#server/store/copy-database.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { databaseWithTables } from '#tests/fresh-database.ts';
import { now } from './sample-rows.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeFolders);

const engines = [
  // SQLite has one server, which does many things at once.
  { name: 'SQLite', newPlace: async () => temporaryFolder(), servers: 1 },
  { name: 'Postgres', newPlace: databaseWithTables, servers: 2 },
];

const [before, week, after] = ['2026-11-09', '2026-11-16', '2026-11-23'] as const;
const vote = (voter: string, card = 'purchases') => ({ voter, card, answer: 'surprised' as const });

const saying = (voter: number, card: string) => ({ ...vote(`${card} ${voter}`, card), reason: `${card}!` });

describe.each(engines)('what customers expected, on $name,', ({ newPlace, servers }) => {
  let one: Store;
  let other: Store;
  /** Those that may write at the same moment. */
  let atOnce: readonly Store[];
  /** Two servers on one database. */
  beforeEach(async () => {
    const place = await newPlace();
    one = await openStore(place, now);
    other = await openStore(place, now);
    atOnce = [one, other].slice(0, servers);
  });
  afterEach(async () => {
    await one.close();
    await other.close();
  });

  const keys = () => one.database.selectFrom('expectation_week').select(['brand_id', 'week', 'key']).execute();

  test('is asked under one key a week and brand, whichever server opens the week', async () => {
    const opened = await Promise.all(
      Array.from({ length: 6 }, (_, index) => (atOnce[index % servers] ?? one).expectations.openWeek('shop', week)),
    );
    expect(new Set(opened).size).toBe(1);
    expect(opened[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(await other.expectations.openWeek('other', week)).not.toBe(opened[0]);
  });

  test('of a week that closes loses its key for good, and no server can open that week again', async () => {
    const key = await one.expectations.openWeek('shop', week);
    const next = await other.expectations.openWeek('shop', after);
    expect(next).not.toBe(key);
    expect(await keys()).toEqual([{ brand_id: 'shop', week: after, key: next }]);
    for (const { expectations } of [one, other]) {
      await expect(expectations.openWeek('shop', week)).rejects.toThrow(`The week of ${week} is closed.`);
    }
    expect(await one.expectations.openWeek('shop', after)).toBe(next);
  });

  test('can be changed until the week closes: the last answer of a voter counts, and its reason with it', async () => {
    await one.expectations.openWeek('shop', week);
    await one.expectations.put('shop', week, { ...vote('a'), reason: 'Nobody told me' });
    expect(await other.expectations.find('shop', week, ['a', 'b'])).toEqual([
      { ...vote('a'), reason: 'Nobody told me' },
    ]);
    await other.expectations.put('shop', week, { ...vote('a'), answer: 'expected' });
    expect(await one.expectations.find('shop', week, ['a'])).toEqual([{ ...vote('a'), answer: 'expected' }]);
    expect(await one.expectations.find('shop', week, [])).toEqual([]);
    expect(await one.expectations.find('other', week, ['a'])).toEqual([]);
  });

  test('cannot be answered before the week is open, nor once it is closed', async () => {
    await expect(one.expectations.put('shop', week, vote('a'))).rejects.toThrow(/closed/);
    await one.expectations.openWeek('shop', week);
    await one.expectations.openWeek('shop', after);
    await expect(other.expectations.put('shop', week, vote('a'))).rejects.toThrow(/closed/);
    expect(await one.database.selectFrom('expectation').selectAll().execute()).toEqual([]);
  });

  test('is counted by card once the week is closed, and not a moment before', async () => {
    await one.expectations.openWeek('shop', before);
    await one.expectations.put('shop', before, vote('z'));
    await one.expectations.openWeek('shop', week);
    await Promise.all(['a', 'b', 'c'].map((voter) => one.expectations.put('shop', week, vote(voter))));
    await one.expectations.put('shop', week, { ...vote('d'), answer: 'not_ok' });
    await one.expectations.put('shop', week, vote('e', 'browsing'));
    expect(await one.expectations.count('shop', week)).toEqual([]);
    await other.expectations.openWeek('shop', after);
    expect(await one.expectations.count('shop', week)).toEqual([
      { card: 'browsing', answer: 'surprised', count: 1 },
      { card: 'purchases', answer: 'not_ok', count: 1 },
      { card: 'purchases', answer: 'surprised', count: 3 },
    ]);
    expect(await one.expectations.count('other', week)).toEqual([]);
  });

  test('loses with its week the reasons on cards of which nothing is told, and tells no reason before', async () => {
    await one.expectations.openWeek('shop', week);
    const voters = Array.from({ length: 20 }, (_, voter) => voter);
    await Promise.all(voters.map((voter) => one.expectations.put('shop', week, saying(voter, 'browsing'))));
    await Promise.all(voters.slice(1).map((voter) => one.expectations.put('shop', week, saying(voter, 'purchases'))));
    await one.expectations.openWeek('other', week);
    await one.expectations.put('other', week, saying(1, 'purchases'));
    expect(await one.expectations.reasons('shop', week)).toEqual([]);
    await other.expectations.openWeek('shop', after);
    expect(await one.expectations.reasons('shop', week)).toEqual(
      voters.map(() => ({ card: 'browsing', reason: 'browsing!' })),
    );
    const kept = one.database.selectFrom('expectation').select('brand_id').where('reason', '=', 'purchases!');
    // The other brand's week is still open.
    expect(await kept.execute()).toEqual([{ brand_id: 'other' }]);
    const counted = await one.expectations.count('shop', week);
    expect(counted.map(({ card, count }) => [card, count])).toEqual([
      ['browsing', 20],
      ['purchases', 19],
    ]);
    await one.expectations.openWeek('shop', '2026-11-30');
    expect(await one.expectations.reasons('shop', week)).toHaveLength(20);
  });

  test('that is answered while the week closes is in it or refused, never in it afterwards', async () => {
    await one.expectations.openWeek('shop', week);
    const voters = Array.from({ length: 20 }, (_, index) => `v${index}`);
    const answering = voters.map((voter) => one.expectations.put('shop', week, vote(voter)));
    const last = atOnce.at(-1) ?? other;
    const counted = last.expectations.openWeek('shop', after).then(() => last.expectations.count('shop', week));
    const settled = await Promise.allSettled(answering);
    const stored = settled.filter(({ status }) => status === 'fulfilled').length;
    const [first] = await counted;
    expect(first?.count ?? 0).toBe(stored);
    const [later] = await one.expectations.count('shop', week);
    expect(later?.count ?? 0).toBe(stored);
  });
});

/** The files of a folder in which a secret stands. */
const found = (folder: string, secret: string): string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(secret));

describe('the key of a week, in the file of SQLite,', () => {
  test('leaves no byte once the week is closed, while the server runs on', async () => {
    const folder = temporaryFolder();
    const store = await openStore(folder, now);
    const secrets: string[] = [];
    for (const monday of [before, week, after]) {
      secrets.push(await store.expectations.openWeek('shop', monday));
      expect(found(folder, secrets.at(-1) ?? '')).not.toEqual([]);
      for (let voter = 0; voter < 40; voter += 1) await store.expectations.put('shop', monday, vote(`v${voter}`));
    }
    const open = secrets.pop() ?? '';
    expect(secrets.flatMap((secret) => found(folder, secret))).toEqual([]);
    expect(found(folder, open)).not.toEqual([]);
    await store.close();
  });

  test('is in no backup; one that is restored asks anew, so that nobody is counted twice', async () => {
    const folder = temporaryFolder();
    const store = await openStore(folder, now);
    const key = await store.expectations.openWeek('shop', before).then(async () => {
      await store.expectations.put('shop', before, vote('old'));
      return store.expectations.openWeek('shop', week);
    });
    await store.expectations.put('shop', week, vote('a'));
    const restored = temporaryFolder();
    copyDatabase(join(folder, 'evenhand.db'), join(restored, 'evenhand.db'));
    await store.close();
    expect(found(restored, key)).toEqual([]);
    expect(readdirSync(restored)).toEqual(['evenhand.db']);

    const again = await openStore(restored, now);
    expect(await again.expectations.openWeek('shop', week)).not.toBe(key);
    await again.expectations.put('shop', week, vote('a under the new key'));
    await again.expectations.openWeek('shop', after);
    expect(await again.expectations.count('shop', week)).toEqual([
      { card: 'purchases', answer: 'surprised', count: 1 },
    ]);
    expect(await again.expectations.count('shop', before)).toHaveLength(1);
    await again.close();
  });
});
