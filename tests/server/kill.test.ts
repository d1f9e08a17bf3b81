import { afterAll, expect, test, vi } from 'vitest';
import type { DecisionAnswer } from '#contract/decisions.ts';
import { brand, httpClient, newKey, type HttpClient } from './http-client.ts';
import { startProcess } from './server-process.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { verifyLog } from './verify-log.ts';

// A process starts in under a second; the machine may have more to do.
vi.setConfig({ testTimeout: 60_000 });
afterAll(removeFolders);

const rounds = 10;
const writers = 4;
/** Below the pace of one customer, so that no write waits. */
const writesEach = 25;
const choices = ['purchases.recommendations', 'sizes.advice', 'wish_lists.offers', 'browsing.site'];

interface Written {
  /** What was answered 200, by key. */
  readonly acknowledged: Map<string, string>;
  /** What was asked and got no answer. */
  readonly unknown: Map<string, string>;
}

/** A browser that withdraws one thing after the other until the server is gone. */
async function write(client: HttpClient, { acknowledged, unknown }: Written): Promise<void> {
  for (let count = 0; count < writesEach; count += 1) {
    const key = newKey();
    const choice = choices[count % choices.length] ?? '';
    unknown.set(key, choice);
    try {
      const response = await client.decide([{ choice, value: 'off' }], key);
      const answer = (await response.json()) as DecisionAnswer;
      if (response.status !== 200) continue;
      acknowledged.set(key, answer.entry.hash);
      unknown.delete(key);
    } catch {
      return;
    }
  }
}

test('a server killed while it writes has every decision that it acknowledged, once, when it is back', async () => {
  const dataDir = temporaryFolder();
  const everything: Written = { acknowledged: new Map(), unknown: new Map() };
  let cut = 0;
  for (let round = 0; round < rounds; round += 1) {
    const server = await startProcess({ EVENHAND_DATA_DIR: dataDir });
    const written: Written = { acknowledged: new Map(), unknown: new Map() };
    const clients = await Promise.all(
      Array.from({ length: writers }, async () => {
        const client = httpClient(server.origin);
        await client.request('POST', `/v1/${brand}/session`, { body: {} });
        return client;
      }),
    );
    const writing = Promise.all(clients.map((client) => write(client, written)));
    // Somewhere in the middle of the writes: it waits for their number, not for a time.
    const enough = 10 + round * 6;
    while (written.acknowledged.size < enough) await new Promise((next) => setImmediate(next));
    server.kill('SIGKILL');
    expect((await server.ended).signal).toBe('SIGKILL');
    await writing;
    if (written.unknown.size > 0) cut += 1;
    for (const [key, hash] of written.acknowledged) everything.acknowledged.set(key, hash);

    const { byKey } = await verifyLog(dataDir);
    for (const [key, hash] of everything.acknowledged) expect(byKey.get(key)).toBe(hash);
  }
  expect(everything.acknowledged.size).toBeGreaterThan(rounds * 10);
  expect(cut).toBeGreaterThan(0);
}, 120_000);

const held = async (client: HttpClient) => (await client.overview()).categories.map((category) => category.held);
const made = async (client: HttpClient) =>
  (await client.decisions()).entries.map(({ seq, at, items }) => ({ seq, at, items }));

test('a server killed while it starts for the first time begins again where it must, and nothing is there twice', async () => {
  const dataDir = temporaryFolder();
  const undisturbed = performance.now();
  const model = await startProcess({ EVENHAND_DATA_DIR: temporaryFolder() });
  const needed = performance.now() - undisturbed;
  const expected = httpClient(model.origin);
  await expected.signIn('maya');
  for (const part of [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]) {
    await (
      await startProcess({ EVENHAND_DATA_DIR: dataDir }, needed * part)
    ).ended;
  }
  const server = await startProcess({ EVENHAND_DATA_DIR: dataDir });
  try {
    const maya = httpClient(server.origin);
    await maya.signIn('maya');
    expect(await held(maya)).toEqual(await held(expected));
    expect(await made(maya)).toEqual(await made(expected));
  } finally {
    for (const running of [server, model]) {
      running.kill('SIGTERM');
      await running.ended;
    }
  }
  await verifyLog(dataDir);
});

test('a decision whose answer was lost is settled by sending it again with its key', async () => {
  const dataDir = temporaryFolder();
  const before = await startProcess({ EVENHAND_DATA_DIR: dataDir });
  const client = httpClient(before.origin);
  await client.signIn('maya');
  const key = newKey();
  const first = await client.decided([{ choice: 'sizes.advice', value: 'off' }], key);
  before.kill('SIGKILL');
  await before.ended;

  const after = await startProcess({ EVENHAND_DATA_DIR: dataDir });
  try {
    // The session outlived the server too.
    const again = await client.at(after.origin).decide([{ choice: 'sizes.advice', value: 'off' }], key);
    expect(again.status).toBe(200);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await again.json()).toEqual({ entry: first.entry, receipt: first.receipt });
  } finally {
    after.kill('SIGTERM');
    await after.ended;
  }
  expect((await verifyLog(dataDir)).byKey.get(key)).toBe(first.entry.hash);
});
