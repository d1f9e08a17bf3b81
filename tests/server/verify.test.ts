import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore } from '#server/store/open-store.ts';
import { openFileToRead } from '#server/store/open-to-read.ts';
import { verifyStore, type VerifiedStore } from '#server/verify.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { startTestServer } from './test-server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
afterAll(removeFolders);

/** A database with the pasts of made-up customers in it, written by the real server and then left alone. */
let written: string;
beforeAll(async () => {
  const server = await startTestServer();
  const client = server.client();
  await client.signIn('maya');
  await client.decided([{ choice: 'sizes.advice', value: 'off' }]);
  await client.decided([{ choice: 'purchases.recommendations', value: 'off' }]);
  await server.stop();
  written = server.dataDir;
});

/** What is found in a copy of the database that was changed by hand. */
async function verifyAfter(...statements: readonly string[]): Promise<VerifiedStore> {
  const folder = temporaryFolder();
  cpSync(written, folder, { recursive: true });
  const file = new DatabaseSync(join(folder, 'evenhand.db'));
  for (const statement of statements) file.exec(statement);
  file.close();
  const store = await openStore(folder, () => new Date().toISOString());
  try {
    return await verifyStore(store);
  } finally {
    await store.close();
  }
}

/** The subject with the longest log, as SQL. */
const longest = '(select subject_id from entry group by subject_id order by count(*) desc, subject_id limit 1)';
const last = `(select max(seq) from entry where subject_id = ${longest})`;

describe('a store', () => {
  test('that only the server wrote is sound, and every entry of it was read', async () => {
    const { subjects, entries, faults } = await verifyAfter();
    expect(faults).toEqual([]);
    const file = new DatabaseSync(join(written, 'evenhand.db'));
    const count = (table: string) => file.prepare(`select count(*) as n from ${table}`).get()?.['n'];
    expect({ subjects, entries }).toEqual({ subjects: count('subject'), entries: count('entry') });
    file.close();
    expect(entries).toBeGreaterThan(2);
  });

  test.each([
    [
      'a changed text',
      `update entry set body = replace(body, '"seq":2', '"seq": 2') where seq = 2`,
      /entry 2: its hash/,
    ],
    ['a dropped entry', `delete from entry where subject_id = ${longest} and seq = 2`, /entry 2 is missing/],
    [
      'a cut end',
      `delete from entry where subject_id = ${longest} and seq = ${last}`,
      /entry \d+ is missing; its state/,
    ],
    [
      'an entry put behind the end',
      `insert into entry select subject_id, brand_id, seq + 1, body, hash, receipt, 'another-key-0001', command
       from entry where subject_id = ${longest} and seq = ${last}`,
      /is in its log, and its state does not know it/,
    ],
    [
      'the receipt of another entry',
      `update entry set receipt = (select receipt from entry where subject_id = ${longest} and seq = 1)
       where subject_id = ${longest} and seq = 2`,
      /entry 2: its receipt is of another entry/,
    ],
    [
      'a receipt that was changed',
      `update entry set receipt = replace(receipt, '.', '.e') where subject_id = ${longest} and seq = 1`,
      /entry 1: its receipt does not hold/,
    ],
    [
      'a state that is more than its log',
      `update subject set state = replace(state, '"value":"off"', '"value":"on"')`,
      /what is kept as its state is not the fold of its log/,
    ],
    ['a state that is no JSON', `update subject set state = '{'`, /cannot be read/],
    ['evidence that was changed', `update evidence set text = '{}'`, /its evidence is not what was committed to/],
    ['an entry that nobody was told of', `delete from outbox where seq = 1`, /entry 1 is not in the outbox/],
    ['a notice that was changed', `update notice set hash = '${'0'.repeat(64)}'`, /which is not as it was published/],
    ['a log without its subject', `delete from subject where subject_id = ${longest}`, /has a log and no row/],
    [
      'a log under another brand',
      `update entry set brand_id = 'other' where subject_id = ${longest}`,
      /of other has a log and no row/,
    ],
    [
      'a retired key that can still sign',
      `insert into signing_key select 'old', public_jwk, private_jwk, created_at, created_at from signing_key`,
      /Signing key old is retired, and its private half is still there/,
    ],
    [
      'the key of a week that is over',
      `update expectation_week set week = '2001-01-01'`,
      /^The week of 2001-01-01 of halden-row is over, and its key is still there\.$/,
    ],
  ])('with %s is not, and the place is named', async (_what, statement, fault) => {
    expect((await verifyAfter(statement)).faults.join('\n')).toMatch(fault);
  });

  test('with more subjects than are read at once is read to its end', async () => {
    const many = `insert into subject
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 1100)
      select printf('%08x-0000-4000-8000-000000000000', i), brand_id, 0,
             '{"seq":0,"head":null,"choices":{},"signalAt":null}', created_at
      from n, (select brand_id, created_at from subject limit 1)`;
    const { subjects, entries, faults } = await verifyAfter(many);
    const { subjects: before, entries: same } = await verifyAfter();
    expect({ subjects, entries, faults }).toEqual({ subjects: before + 1100, entries: same, faults: [] });
  });

  test('of a version that asked nobody what they expected is sound', async () => {
    const folder = temporaryFolder();
    cpSync(written, folder, { recursive: true });
    const path = join(folder, 'evenhand.db');
    const file = new DatabaseSync(path);
    file.exec('drop table expectation_week');
    file.close();
    const store = await openFileToRead(path);
    expect((await verifyStore(store)).faults).toEqual([]);
    await store.close();
  });

  test('whose evidence was erased is sound: nothing is left to check it against', async () => {
    expect((await verifyAfter('delete from evidence')).faults).toEqual([]);
  });
});
