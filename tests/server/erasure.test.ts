import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noChange } from '#backend/held/holdings-change.ts';
import type { Subject } from '#backend/subject-store.ts';
import type { HoldingRecord } from '#rules/holdings.ts';
import { findSubject } from '#server/store/identifiers.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { brand, newKey, type HttpClient } from './http-client.ts';
import { sampleRecord } from './sample-holdings.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

vi.setConfig({ testTimeout: 60_000 });
afterAll(removeFolders);

const now = () => new Date().toISOString();

/** Which of these words stand in clear in a file of the folder, or in a text. */
function inClear(words: readonly string[], folder: string, text = ''): string[] {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  return words.filter((word) => text.includes(word) || files.some((bytes) => bytes.includes(word)));
}

let seed = 7;
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};

let words = 0;
const word = (): string => `canary-${(words += 1)}-${random(1e9).toString(36)}`;

/** A record that cannot be told from another but by its words. */
const worded = (id: string): { record: HoldingRecord; said: string[] } => {
  const said = [word(), word()];
  const [label = '', from = ''] = said;
  const record = sampleRecord(id, {
    category: 'browsing',
    item: 'page',
    label: `${label} ${'x'.repeat(random(400))}`,
    data: { from, topic: 'nursery' },
  });
  return { record, said };
};

describe('what is forgotten', () => {
  let server: TestServer;
  /** Another system of the brand, which writes to the same tables. */
  let shop: Store;
  let maya: HttpClient;
  let subject: Subject;
  beforeEach(async () => {
    server = await startTestServer();
    shop = await openStore(server.dataDir, now);
    maya = server.client();
    await maya.signIn('maya');
    const found = await findSubject(shop.database, brand, 'demo:maya');
    if (!found) throw new Error('Maya was not loaded.');
    subject = found;
  });
  afterEach(async () => {
    await shop.close();
    await server.stop();
  });

  const put = async (whose: Subject, records: readonly HoldingRecord[]): Promise<void> => {
    const { revision = 0 } = (await shop.holdings.read(whose)) ?? {};
    const change = { ...noChange, subject: whose, revision, put: records, deed: null };
    expect(await shop.holdings.change(change)).toBe('stored');
  };
  const post = async (path: string, body: unknown): Promise<Response> =>
    maya.request('POST', `/v1/${brand}/me/${path}`, { body, headers: { 'Idempotency-Key': newKey() } });

  test('is nowhere in the data folder, nor in the log: one record, while the server runs on', async () => {
    const [first, second] = [worded('w1'), worded('w2')];
    await put(subject, [first.record, second.record]);
    expect(inClear(first.said, server.dataDir)).toEqual(first.said);
    expect((await post('forgettings', { scope: 'record', id: 'w1' })).status).toBe(200);
    expect(inClear(first.said, server.dataDir, server.logText())).toEqual([]);
    expect(inClear(second.said, server.dataDir)).toEqual(second.said);
  });

  test('is nowhere, however often it was moved, corrected and told again: thousands of words', async () => {
    const noor = await findSubject(shop.database, brand, 'demo:noor');
    if (!noor) throw new Error('Noor was not loaded.');
    const said: string[] = [];
    const hers: string[] = [];
    // What grows moves others to other pages, and another customer's records stand among them.
    for (let round = 0; round < 40; round += 1) {
      const some = Array.from({ length: 60 }, () => worded(`w${random(1_500)}`));
      const others = Array.from({ length: 60 }, (_, index) => worded(`${round}-${index}`));
      said.push(...some.flatMap((one) => one.said));
      hers.push(...others.flatMap((one) => one.said));
      await put(subject, [...new Map(some.map(({ record }) => [record.id, record])).values()]);
      await put(
        noor,
        others.map(({ record }) => record),
      );
    }
    // Where one forgetting follows the other, the last traces of all go together, a few seconds later.
    const [some] = said;
    expect((await post('forgettings', { scope: 'record', id: 'w1' })).status).toBe(200);
    expect((await post('forgettings', { scope: 'category', id: 'browsing' })).status).toBe(200);
    expect(inClear([some ?? ''], server.dataDir)).toEqual([]);
    await expect.poll(() => inClear(said, server.dataDir), { timeout: 20_000, interval: 500 }).toEqual([]);
    expect(inClear(said, server.dataDir, server.logText())).toEqual([]);
    expect(inClear(hers, server.dataDir)).toEqual(hers);
  });

  test('is nowhere where the customer said it: a correction and an answer in their own words', async () => {
    const [need, never] = [word(), word()];
    await put(subject, [sampleRecord('need', { category: 'access', item: 'need', label: 'Needs a ramp', data: {} })]);
    expect((await post('records/need/corrections', { value: need })).status).toBe(200);
    expect((await post('profile/never/answers', { value: never })).status).toBe(200);
    expect(inClear([need, never], server.dataDir)).toEqual([need, never]);
    expect((await post('forgettings', { scope: 'everything' })).status).toBe(200);
    expect(inClear([need, never], server.dataDir, server.logText())).toEqual([]);
  });
});

test('what is forgotten while somebody reads the file is gone soon after they are done', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const folder = temporaryFolder();
  const store = await openStore(folder, now);
  const reader = new DatabaseSync(join(folder, 'evenhand.db'), { readOnly: true });
  try {
    const subject = await store.subjects.subjectFor('shop', null);
    const { record, said } = worded('w1');
    await store.holdings.add(subject, { customer: { name: 'Maya' }, records: [record], events: [] });
    // As a backup does: it sees one moment until it is done.
    reader.exec('begin; select * from held_record');
    const change = { ...noChange, subject, revision: 1, remove: ['w1'], deed: null };
    expect(await store.holdings.change(change)).toBe('stored');
    expect(inClear(said, folder)).toEqual(said);
    reader.exec('commit');
    await vi.advanceTimersByTimeAsync(5_000);
    await expect.poll(() => inClear(said, folder)).toEqual([]);
  } finally {
    vi.useRealTimers();
    reader.close();
    await store.close();
  }
});
