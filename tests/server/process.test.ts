import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '#tests/fresh-database.ts';
import { brand, httpClient, newKey } from './http-client.ts';
import { startProcess, type ServerProcess } from './server-process.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { verifyLog } from './verify-log.ts';

const running: ServerProcess[] = [];
const start = async (environment: Record<string, string> = {}): Promise<ServerProcess> => {
  const server = await startProcess({ EVENHAND_DATA_DIR: temporaryFolder(), ...environment });
  running.push(server);
  return server;
};

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.kill('SIGKILL');
    await server.ended;
  }
});
// A process starts in under a second; the machine may have more to do.
vi.setConfig({ testTimeout: 60_000 });
afterAll(removeFolders);

describe('starting', () => {
  test('says where the app is, and last the link that signs a made-up customer in', async () => {
    const dataDir = temporaryFolder();
    const server = await start({ EVENHAND_DATA_DIR: dataDir });
    const { origin } = server;
    expect(server.stdout()).toBe(
      [
        `Halden & Row is served at ${origin}/`,
        `Decisions are kept in ${dataDir}.`,
        `As the made-up customer noor: ${origin}/demo/noor`,
        `As the made-up customer maya: ${origin}/demo/maya\n`,
      ].join('\n'),
    );
    expect(server.stderr()).toBe('');
    const maya = httpClient(origin);
    await maya.signIn('maya');
    expect((await maya.overview()).categories.length).toBeGreaterThan(9);
    expect((await maya.choices()).choices.length).toBeGreaterThan(15);
  });

  test('on Postgres keeps there what it acknowledged, through a kill, and never says the password', async () => {
    const address = new URL(await freshDatabase());
    address.password = 'hunter2';
    const settings = {
      DATABASE_URL: address.href,
      EVENHAND_DATA_DIR: join(temporaryFolder(), 'no'),
      LOG_LEVEL: 'debug',
    };
    const first = await start(settings);
    expect(first.stdout()).toContain('Decisions are kept in the Postgres that DATABASE_URL names.');
    const maya = httpClient(first.origin);
    await maya.signIn('maya');
    const { entry } = await maya.decided([{ choice: 'sizes.advice', value: 'off' }]);
    first.kill('SIGKILL');
    await first.ended;
    const second = await start(settings);
    expect((await maya.at(second.origin).decisions()).entries[0]).toEqual(entry);
    second.kill('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect([first, second].map((server) => server.stdout() + server.stderr()).join()).not.toContain('hunter2');
    expect(existsSync(settings.EVENHAND_DATA_DIR)).toBe(false);
    await verifyLog(address.href);
  });

  test('with a wrong setting says what to write, in one sentence', async () => {
    const server = await start({ PORT: 'eighty' });
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(server.stderr()).toBe(
      'PORT is "eighty"; set it to a whole number from 0 to 65535, such as 4600 (0 picks a free port), or leave it unset.\n',
    );
    expect(server.stdout()).toBe('');
  });

  test('a second time on the same data says who has it and what to do', async () => {
    const dataDir = temporaryFolder();
    const first = await start({ EVENHAND_DATA_DIR: dataDir });
    const second = await start({ EVENHAND_DATA_DIR: dataDir });
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.stderr()).toBe(
      `Another Evenhand (process ${first.pid}) already uses ${dataDir}. Stop it, or set EVENHAND_DATA_DIR to another folder.\n`,
    );
    expect((await fetch(`${first.origin}/health/ready`)).status).toBe(200);
  });

  test('with a data folder that cannot be one says so and what to do', async () => {
    const server = await start({ EVENHAND_DATA_DIR: '/dev/null/folder' });
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(server.stderr()).toBe(
      'The data folder /dev/null/folder cannot be used (ENOTDIR). Set EVENHAND_DATA_DIR to a folder that may be written to.\n',
    );
  });

  test('on a database that is damaged says which, and leaves it as it is', async () => {
    const dataDir = temporaryFolder();
    const file = join(dataDir, 'evenhand.db');
    const damaged = 'this is not a database. '.repeat(400);
    writeFileSync(file, damaged);
    const server = await start({ EVENHAND_DATA_DIR: dataDir });
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(server.stderr()).toBe(
      `${file} is damaged. Put a backup in its place, or set EVENHAND_DATA_DIR to another folder.\n`,
    );
    expect(readFileSync(file, 'utf8')).toBe(damaged);
  });

  test('on a port that is in use says so and what to do', async () => {
    const first = await start();
    const { port } = new URL(first.origin);
    const second = await start({ PORT: port });
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.stderr()).toBe(
      `Port ${port} on 127.0.0.1 is in use. Stop what uses it, or set PORT to another number (0 picks a free one).\n`,
    );
  });

  test('after a kill -9 finds the folder free', async () => {
    const dataDir = temporaryFolder();
    const first = await start({ EVENHAND_DATA_DIR: dataDir });
    first.kill('SIGKILL');
    await first.ended;
    const second = await start({ EVENHAND_DATA_DIR: dataDir });
    expect(second.origin).not.toBe('');
  });
});

describe('stopping', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s ends with 0 and leaves one closed database file', async (signal) => {
    const dataDir = temporaryFolder();
    const server = await start({ EVENHAND_DATA_DIR: dataDir });
    server.kill(signal);
    expect(await server.ended).toEqual({ code: 0, signal: null });
    expect(server.stderr()).toBe('');
    expect(readdirSync(dataDir).toSorted()).toEqual(['evenhand.db', 'evenhand.lock', 'evenhand.pid']);
  });

  test('loses nothing of what is under way: it is answered, and on record', async () => {
    const dataDir = temporaryFolder();
    const server = await start({ EVENHAND_DATA_DIR: dataDir });
    const maya = httpClient(server.origin);
    await maya.signIn('maya');
    const keys = Array.from({ length: 20 }, newKey);
    const sent = keys.map((key) => maya.decide([{ choice: 'sizes.advice', value: 'off' }], key));
    // The first answer shows that the others have arrived or are on their way.
    await Promise.race(sent);
    server.kill('SIGTERM');
    const outcomes = await Promise.allSettled(sent);
    expect(await server.ended).toEqual({ code: 0, signal: null });
    const answered = outcomes.flatMap((outcome, index) =>
      outcome.status === 'fulfilled' && outcome.value.status === 200 ? [keys[index] ?? ''] : [],
    );
    expect(answered.length).toBeGreaterThan(0);
    const { byKey } = await verifyLog(dataDir);
    expect([...byKey.keys()].filter((key) => keys.includes(key)).toSorted()).toEqual(answered.toSorted());
  });

  test('waits for a request that is half sent, and answers it', async () => {
    const server = await start();
    const { hostname, port } = new URL(server.origin);
    const answer = new Promise<number | undefined>((resolve, reject) => {
      const slow = request({
        hostname,
        port,
        path: `/v1/${brand}/session`,
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': '2',
          'Evenhand-Client': 'web',
          Origin: server.origin,
        },
      });
      slow.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      slow.write('{');
      setTimeout(() => server.kill('SIGTERM'), 200);
      setTimeout(() => slow.end('}'), 600);
    });
    expect(await answer).toBe(200);
    expect(await server.ended).toEqual({ code: 0, signal: null });
  });

  test('asked for twice ends at once', async () => {
    const server = await start();
    const { hostname, port } = new URL(server.origin);
    const held = request({
      hostname,
      port,
      path: `/v1/${brand}/session`,
      method: 'POST',
      headers: { 'Content-Length': '2' },
    });
    held.on('error', () => undefined).write('{');
    await new Promise((later) => {
      setTimeout(later, 200);
    });
    const asked = performance.now();
    server.kill('SIGINT');
    await new Promise((later) => {
      setTimeout(later, 200);
    });
    server.kill('SIGINT');
    expect((await server.ended).code).toBe(1);
    expect(performance.now() - asked).toBeLessThan(3_000);
  });
});
