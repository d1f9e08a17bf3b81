import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ReceiptKey } from '#contract/capabilities.ts';
import { verifyReceipt } from '#rules/receipt.ts';
import { listKeys, publishNextKey, retireKeysBefore } from '#server/store/key-rotation.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { verifyStore } from '#server/verify.ts';
import { databaseWithTables } from '#tests/fresh-database.ts';
import type { HttpClient } from './http-client.ts';
import { runCommand, type CommandEnd } from './run-command.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

// Commands are processes of their own; the machine may have more to do.
vi.setConfig({ testTimeout: 60_000 });
afterAll(removeFolders);

const now = () => new Date().toISOString();

const engines = [
  { name: 'SQLite', newPlace: async () => temporaryFolder() },
  { name: 'Postgres', newPlace: databaseWithTables },
];

describe.each(engines)('on $name', ({ newPlace }) => {
  let place: string;
  let one: Store;
  let other: Store;
  /** Two servers on one database. */
  beforeEach(async () => {
    place = await newPlace();
    one = await openStore(place, now);
    other = await openStore(place, now);
  });
  afterEach(async () => {
    await one.close();
    await other.close();
  });

  test('a new key is published by every server before any of them signs with it', async () => {
    const before = one.keys.current.kid;
    const next = await publishNextKey(one.database, now());
    await one.keys.refresh();
    const started = await openStore(place, now);
    for (const { keys } of [one, started]) {
      expect(keys.current.kid).toBe(before);
      expect(keys.published.map(({ kid }) => kid)).toEqual([before, next.kid]);
    }
    await started.close();
  });

  test('a retired key signs no more once a server has read so, and stays published behind the new one', async () => {
    const before = one.keys.current.kid;
    const next = await publishNextKey(one.database, now());
    expect(await retireKeysBefore(one.database, next, now())).toEqual([before]);
    await one.keys.refresh();
    expect(one.keys.current.kid).toBe(next.kid);
    expect(one.keys.published.map(({ kid }) => kid)).toEqual([next.kid, before]);
    const kept = await one.database.selectFrom('signing_key').select(['kid', 'private_jwk']).execute();
    expect(kept.filter(({ private_jwk }) => private_jwk === null).map(({ kid }) => kid)).toEqual([before]);
    // The other has not read it yet: it still signs with the old key, which everybody can check.
    expect(other.keys.current.kid).toBe(before);
  });

  test('two changes at once are one: nobody is left without a key that signs', async () => {
    const next = await publishNextKey(one.database, now());
    expect((await publishNextKey(other.database, now())).kid).toBe(next.kid);
    const retired = await Promise.all([one, other].map(({ database }) => retireKeysBefore(database, next, now())));
    expect(retired.flat()).toHaveLength(1);
    const [old, signs] = await listKeys(one.database);
    expect(old?.retiredAt).not.toBeNull();
    expect(signs).toEqual({ ...next, retiredAt: null });
  });

  test('a clock that is behind does not make a new key sign before its time', async () => {
    const before = one.keys.current.kid;
    await publishNextKey(one.database, '2001-01-01T00:00:00.000Z');
    await one.keys.refresh();
    expect(one.keys.current.kid).toBe(before);
  });
});

const published = async (client: HttpClient): Promise<ReceiptKey[]> => {
  const answer = await client.request('GET', '/.well-known/jwks.json');
  return ((await answer.json()) as { keys: unknown[] }).keys.map((key) => ReceiptKey.parse(key));
};

const withdraw = async (client: HttpClient): Promise<string> =>
  (await client.decided([{ choice: 'sizes.advice', value: 'off' }])).receipt;

describe.each([
  { name: 'SQLite', settings: async () => ({ dataDir: temporaryFolder() }) },
  { name: 'Postgres', settings: async () => ({ databaseUrl: await databaseWithTables() }) },
])('beside a server on $name, the command', ({ settings }) => {
  let server: TestServer;
  let run: (...words: string[]) => Promise<CommandEnd>;
  beforeEach(async () => {
    const given: { dataDir?: string; databaseUrl?: string } = await settings();
    server = await startTestServer(given);
    const environment: Record<string, string> = given.databaseUrl
      ? { DATABASE_URL: given.databaseUrl }
      : { EVENHAND_DATA_DIR: server.dataDir };
    run = (...words) => runCommand('keys', words, environment);
  });
  afterEach(() => server.stop());

  test('changes the key without a restart, and receipts of both keys can be checked', async () => {
    const client = server.client();
    await client.signIn('maya');
    const first = await withdraw(client);
    const [old] = await published(client);
    const { code, stdout, stderr } = await run('rotate', '--at-once');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^${old?.kid} is retired\\. Its private half is erased\\.$`, 'm'));
    // What the server does by itself every half a minute.
    await server.reload();
    const second = await withdraw(client);
    const keys = await published(client);
    expect(keys.map(({ kid }) => kid)).toEqual([expect.not.stringMatching(old?.kid ?? ''), old?.kid]);
    for (const receipt of [first, second]) expect(await verifyReceipt(receipt, keys)).toMatchObject({ ok: true });
    expect(await verifyReceipt(second, [keys[1] as ReceiptKey])).toMatchObject({ ok: false, problem: 'unknown_key' });
  });

  test('lists what signs, what waits and what is retired, and never a secret', async () => {
    await run('rotate', '--at-once');
    const { code, stdout } = await run('list');
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^\S{43} {2}made \S+ {2}retired \S+$/),
      expect.stringMatching(/^\S{43} {2}made \S+ {2}signs$/),
    ]);
    expect(stdout).not.toContain('"d"');
  });

  test('says what to write where it is told something else', async () => {
    const { code, stdout, stderr } = await run('rotat');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      'Write one of: npm run keys -- list, npm run keys -- rotate, npm run keys -- rotate --at-once.\n',
    );
  });
});

test('retired keys leave no byte of their secrets in the data folder, while the server runs on', async () => {
  const server = await startTestServer();
  const environment = { EVENHAND_DATA_DIR: server.dataDir };
  const found = (secret: string): string[] =>
    readdirSync(server.dataDir).filter((name) => readFileSync(join(server.dataDir, name)).includes(secret));
  try {
    const secrets: string[] = [];
    for (let change = 0; change < 4; change += 1) {
      const store = await openStore(server.dataDir, now);
      const signing = store.database.selectFrom('signing_key').select('private_jwk').where('retired_at', 'is', null);
      const { private_jwk: jwk } = await signing.executeTakeFirstOrThrow();
      await store.close();
      const { d: secret } = JSON.parse(jwk ?? '{}') as { d: string };
      expect(found(secret)).not.toEqual([]);
      secrets.push(secret);
      await runCommand('keys', ['rotate', '--at-once'], environment);
    }
    expect(secrets.flatMap(found)).toEqual([]);
    const after = await openStore(server.dataDir, now);
    expect((await verifyStore(after)).faults).toEqual([]);
    await after.close();
  } finally {
    await server.stop();
  }
});

test('a server reads the keys again by itself, every half a minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const server = await startTestServer();
  try {
    const client = server.client();
    const store = await openStore(server.dataDir, now);
    const next = await publishNextKey(store.database, now());
    await store.close();
    expect(await published(client)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await published(client)).map(({ kid }) => kid)).toContain(next.kid);
  } finally {
    vi.useRealTimers();
    await server.stop();
  }
});

test('without a database the command makes none and says what to set', async () => {
  const { code, stderr } = await runCommand('keys', ['list'], { EVENHAND_DATA_DIR: temporaryFolder() });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^There is no database in .+\. Set EVENHAND_DATA_DIR to the server's data folder/);
});
