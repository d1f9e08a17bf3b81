import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { openStore } from '#server/store/open-store.ts';
import { brand } from './http-client.ts';
import { rawRequest } from './raw-request.ts';
import { removeFolders } from './temporary-folder.ts';
import { startTestServer } from './test-server.ts';

afterEach(() => void vi.useRealTimers());
afterAll(removeFolders);

const origin = 'https://privacy.example.com';
const now = () => new Date().toISOString();

test('one address may open sixty sessions at once; the next waits, and nobody else does', async () => {
  const server = await startTestServer({ origin });
  const at = `http://127.0.0.1:${server.port}`;
  const open = (address: string) =>
    rawRequest(
      at,
      `/v1/${brand}/session`,
      [
        ['X-Forwarded-For', address],
        ['Origin', origin],
        ['Evenhand-Client', 'web'],
        ['Content-Type', 'application/json'],
        ['Content-Length', '2'],
      ],
      { method: 'POST', body: '{}' },
    );
  for (let opened = 0; opened < 60; opened += 1) expect((await open('203.0.113.7')).status).toBe(200);
  // Opening them took a moment, in which one or two more came due.
  const answers = await Promise.all(Array.from({ length: 10 }, () => open('203.0.113.7')));
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.headers['retry-after']).toBe('1');
  expect(JSON.parse(refused[0]?.text ?? '')).toMatchObject({ code: 'busy' });
  expect((await open('198.51.100.9')).status).toBe(200);
  const read = await rawRequest(at, `/v1/${brand}/capabilities`, [['X-Forwarded-For', '203.0.113.7']]);
  expect(read.status).toBe(200);
  await server.stop();
});

test('sessions that ended are dropped every hour, and at the start; the others stay', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const server = await startTestServer();
  const store = await openStore(server.dataDir, now);
  const subject = await store.subjects.subjectFor(brand, null);
  const keep = (token: string, expiresAt: string) =>
    store.sessions.put({ token, subject, persona: null, name: null, signal: false, expiresAt }, now());
  const tokens = async () =>
    (await store.database.selectFrom('session').select('token').execute()).map((row) => row.token);
  await keep('a'.repeat(64), '2001-01-01T00:00:00.000Z');
  await keep('b'.repeat(64), new Date(Date.now() + 86_400_000).toISOString());
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(await tokens()).toEqual(['b'.repeat(64)]);
  await keep('c'.repeat(64), '2001-01-01T00:00:00.000Z');
  await (await openStore(server.dataDir, now)).close();
  expect(await tokens()).toEqual(['b'.repeat(64)]);
  await store.close();
  vi.useRealTimers();
  await server.stop();
});
