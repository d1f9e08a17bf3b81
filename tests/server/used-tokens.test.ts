import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '#server/store/open-store.ts';
import { databaseWithTables } from '#tests/fresh-database.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeFolders);

const START = Date.parse('2026-11-22T12:00:00.000Z');
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

const engines = { SQLite: async () => temporaryFolder(), Postgres: databaseWithTables };

describe.each(Object.entries(engines))('on %s', (_, place) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(await place(), () => at(0));
  });
  afterEach(() => store.close());

  const use = (name: string, minutes: number, brand = 'a-brand') =>
    store.tokens.use({ brand, token: name.padEnd(64, '0'), until: at(minutes + 2) }, at(minutes));

  test('a token is used once, by one of many at the same moment; each brand has its own', async () => {
    const tries = await Promise.all(Array.from({ length: 50 }, () => use('aa', 0)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await use('aa', 1)).toBe(false);
    expect(await use('aa', 1, 'other-brand')).toBe(true);
    expect(await use('bb', 1)).toBe(true);
  });

  test('tokens that are too old to be used again are forgotten, and no others', async () => {
    await use('aa', 0);
    await use('bb', 19);
    await use('cc', 20);
    const kept = await store.database.selectFrom('used_token').select('token').orderBy('token').execute();
    expect(kept.map(({ token }) => token.slice(0, 2))).toEqual(['bb', 'cc']);
    expect(await use('bb', 20)).toBe(false);
  });

  test('a session that an older version wrote is still its customer’s, or still nobody’s', async () => {
    const subject = await store.subjects.subjectFor('a-brand', null);
    const row = {
      subject_id: subject.id,
      brand_id: 'a-brand',
      signal: 0,
      expires_at: at(9),
      customer_name: null,
    } as const;
    await store.database
      .insertInto('session')
      .values([
        { ...row, token: 'aa', persona: 'maya' },
        { ...row, token: 'bb', persona: null },
        { ...row, token: 'cc', persona: null, customer_name: 'Zoë' },
      ])
      .execute();
    const names = await Promise.all(['aa', 'bb', 'cc'].map(async (token) => (await store.sessions.find(token))?.name));
    expect(names).toEqual(['', null, 'Zoë']);
  });
});
