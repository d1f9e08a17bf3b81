import { afterAll, expect, test, vi } from 'vitest';
import { httpClient, newKey, type HttpClient } from './http-client.ts';
import { startProcess } from './server-process.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { verifyLog } from './verify-log.ts';

// What a kill under load leaves behind is tried by tests/faults. A process starts in under a second; the machine may
// have more to do.
vi.setConfig({ testTimeout: 60_000 });
afterAll(removeFolders);

/** Signing in is noted at its moment among the details of the account: of those only the number is the same twice. */
const held = async (client: HttpClient) =>
  (await client.overview()).categories.map(({ category, held: one }) => (category === 'account' ? one.count : one));
const made = async (client: HttpClient) =>
  (await client.decisions()).entries.map(({ seq, at, items }) => ({ seq, at, items }));

test('a server killed while it starts for the first time begins again where it must, and nothing is there twice', async () => {
  const dataDir = temporaryFolder();
  const undisturbed = performance.now();
  const model = await startProcess({ EVENHAND_DATA_DIR: temporaryFolder() });
  const needed = performance.now() - undisturbed;
  const expected = httpClient(model.origin);
  await expected.signIn('maya');
  for (const part of [0.5, 0.7, 0.8, 0.9, 0.95]) {
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
