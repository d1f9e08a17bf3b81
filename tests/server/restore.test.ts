import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DecisionAnswer } from '#contract/decisions.ts';
import { freshDatabase } from '#tests/fresh-database.ts';
import { brand, httpClient, newKey, type HttpClient } from './http-client.ts';
import { runCommand } from './run-command.ts';
import { startProcess, type ServerProcess } from './server-process.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { startTestServer } from './test-server.ts';
import { verifyLog } from './verify-log.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
afterAll(removeFolders);

const writers = 4;
const choices = ['purchases.recommendations', 'sizes.advice', 'wish_lists.offers', 'browsing.site'];

/** Browsers that withdraw one thing after the other until they are told to stop; slowed like any customer. */
async function startLoad(origin: string) {
  const acknowledged = new Map<string, string>();
  const ending = new AbortController();
  const write = async (client: HttpClient): Promise<void> => {
    for (let count = 0; !ending.signal.aborted && count < 25; count += 1) {
      const key = newKey();
      const response = await client.decide([{ choice: choices[count % choices.length] ?? '', value: 'off' }], key);
      if (response.status !== 200) continue;
      acknowledged.set(key, ((await response.json()) as DecisionAnswer).entry.hash);
    }
  };
  const browsers = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const client = httpClient(origin);
      await client.request('POST', `/v1/${brand}/session`, { body: {} });
      await write(client);
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, browsers));
  const atLeast = async (count: number): Promise<void> => {
    while (acknowledged.size < count) await new Promise((next) => setImmediate(next));
  };
  const stop = async (): Promise<void> => {
    ending.abort();
    await writing;
  };
  return { acknowledged, atLeast, stop };
}

describe('the drill: a backup taken under load and put into a new folder', () => {
  let source: ServerProcess;
  let load: Awaited<ReturnType<typeof startLoad>>;
  let before: Map<string, string>;
  let backup: string;
  let answer: Awaited<ReturnType<typeof runCommand>>;
  const restored = { EVENHAND_DATA_DIR: '' };

  beforeAll(async () => {
    const dataDir = temporaryFolder();
    source = await startProcess({ EVENHAND_DATA_DIR: dataDir });
    load = await startLoad(source.origin);
    await load.atLeast(50);
    before = new Map(load.acknowledged);
    backup = join(temporaryFolder(), 'monday.db');
    answer = await runCommand('backup', [backup], { EVENHAND_DATA_DIR: dataDir });
    await load.stop();
    source.kill('SIGKILL');
    await source.ended;
    restored.EVENHAND_DATA_DIR = join(temporaryFolder(), 'restored');
    mkdirSync(restored.EVENHAND_DATA_DIR, { mode: 0o700 });
    copyFileSync(backup, join(restored.EVENHAND_DATA_DIR, 'evenhand.db'));
  });

  test('is proven sound when it is made, is nobody else’s to read, and the writes went on meanwhile', () => {
    expect({ code: answer.code, stderr: answer.stderr }).toEqual({ code: 0, stderr: '' });
    expect(answer.stdout).toMatch(/^\d+ subjects and \d+ entries were read\. 0 faults\.$/m);
    expect(statSync(backup).mode & 0o077).toBe(0);
    expect(load.acknowledged.size).toBeGreaterThan(before.size);
  });

  test('is proven sound where it is restored', async () => {
    const { code, stdout, stderr } = await runCommand('verify', [], restored);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`${answer.stdout.split('\n')[0]}\n`);
  });

  test('has every decision that was acknowledged before it began, with the same hash, and none that never was', async () => {
    const { byKey } = await verifyLog(restored.EVENHAND_DATA_DIR);
    expect([...before].filter(([key, hash]) => byKey.get(key) !== hash)).toEqual([]);
    expect([...byKey].filter(([key, hash]) => load.acknowledged.get(key) !== hash)).toEqual([]);
    expect(before.size).toBeGreaterThanOrEqual(50);
  });

  test('serves customers, and their next decision follows the last one that was kept', async () => {
    const server = await startProcess(restored);
    try {
      const maya = httpClient(server.origin);
      await maya.signIn('maya');
      const { entries } = await maya.decisions();
      const { entry } = await maya.decided([{ choice: 'sizes.advice', value: 'off' }]);
      expect(entry.seq).toBe((entries[0]?.seq ?? 0) + 1);
    } finally {
      server.kill('SIGTERM');
      await server.ended;
    }
    await verifyLog(restored.EVENHAND_DATA_DIR);
  });
});

describe('the command', () => {
  test('writes over no file, and leaves no part of one where it fails', async () => {
    const server = await startTestServer();
    const settings = { EVENHAND_DATA_DIR: server.dataDir };
    const there = join(temporaryFolder(), 'there.db');
    writeFileSync(there, 'precious');
    const refused = await runCommand('backup', [there], settings);
    expect(refused).toMatchObject({ code: 1, stderr: `${there} is there already. Name a file that is not.\n` });
    expect(readFileSync(there, 'utf8')).toBe('precious');
    const nowhere = join(temporaryFolder(), 'missing', 'x.db');
    expect((await runCommand('backup', [nowhere], settings)).code).toBe(1);
    expect(existsSync(nowhere)).toBe(false);
    await server.stop();
  });

  test('to verify finds a change of one word, says where, and ends with 1', async () => {
    const server = await startTestServer();
    const client = server.client();
    await client.signIn('maya');
    await client.decided([{ choice: 'sizes.advice', value: 'off' }]);
    await server.stop();
    const file = new DatabaseSync(join(server.dataDir, 'evenhand.db'));
    file.exec(`update entry set body = replace(body, '"raced":false', '"raced":true') where seq = 1`);
    file.close();
    const { code, stdout, stderr } = await runCommand('verify', [], { EVENHAND_DATA_DIR: server.dataDir });
    expect(code).toBe(1);
    expect(stdout).toMatch(/ entries were read\. 1 fault\.$/m);
    expect(stderr).toMatch(/^Subject \S+ of halden-row: entry 1: its hash does not follow/m);
  });

  test('to verify reads a Postgres database beside its server, and changes nothing', async () => {
    const databaseUrl = await freshDatabase();
    const empty = await runCommand('verify', [], { DATABASE_URL: databaseUrl });
    expect(empty).toMatchObject({ code: 1, stdout: '' });
    expect(empty.stderr).toMatch(/^The database that DATABASE_URL names cannot be read as an Evenhand database/);
    const server = await startTestServer({ databaseUrl });
    const load = await startLoad(server.origin);
    await load.atLeast(10);
    const { code, stdout, stderr } = await runCommand('verify', [], { DATABASE_URL: databaseUrl });
    await load.stop();
    await server.stop();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+ subjects and \d+ entries were read\. 0 faults\.\n$/);
  });

  test('to back up sends whoever keeps decisions in Postgres to its own tools', async () => {
    const { code, stderr } = await runCommand('backup', ['x.db'], { DATABASE_URL: 'postgres://localhost/none' });
    expect(code).toBe(1);
    expect(stderr).toBe('DATABASE_URL is set: back Postgres up with its own tools, as docs/runbook.md says.\n');
  });
});
