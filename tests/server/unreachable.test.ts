import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newDatabase, startPostgres, type Postgres } from '#tests/postgres.ts';
import { brand, newKey, type HttpClient } from './http-client.ts';
import { removeFolders } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let postgres: Postgres;
let server: TestServer;
let maya: HttpClient;
beforeAll(async () => {
  // One of its own: this file takes it away.
  postgres = await startPostgres();
  server = await startTestServer({ databaseUrl: await newDatabase(postgres) });
  maya = server.client();
  await maya.signIn('maya');
});
afterAll(async () => {
  await server.stop();
  await postgres.stop();
  removeFolders();
});

const withdrawal = [{ choice: 'sizes.advice', value: 'off' }];
const statusOf = async (path: string): Promise<number> => (await maya.request('GET', path)).status;
const told = (words: string) => server.logLines().filter(({ msg }) => msg === `the database is ${words}`);
const me = `/v1/${brand}/me`;

test('while the database is away everything that needs it is busy, with a time to come back, and the server lives', async () => {
  const key = newKey();
  postgres.kill();
  // Connections outlive the postmaster for a moment.
  await expect.poll(() => told('out of reach').length, { timeout: 20_000 }).toBe(1);
  const answers = [
    await maya.decide(withdrawal, key),
    await maya.request('GET', `${me}/choices`),
    await maya.request('GET', `${me}/overview`),
    await maya.request('GET', `${me}/decisions`),
    await maya.request('POST', `/v1/${brand}/session`, { body: { demo: 'noor' } }),
    await maya.request('POST', `/v1/${brand}/session`, { body: {} }),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
  for (const answer of answers) {
    expect(answer.headers.get('Retry-After')).toBe('1');
    expect(await answer.json()).toMatchObject({ code: 'busy' });
  }
  expect(await statusOf('/health/ready')).toBe(503);
  expect(await statusOf('/health/live')).toBe(200);
  // What is the same for everybody is answered out of memory.
  expect(await statusOf(`/v1/${brand}/notices/current`)).toBe(200);

  await postgres.restart();
  expect(await statusOf('/health/ready')).toBe(200);
  await expect.poll(() => told('in reach again').length, { timeout: 20_000 }).toBe(1);
  expect(told('out of reach')).toHaveLength(1);
  const { entry } = await maya.decided(withdrawal, key);
  expect((await maya.decisions()).entries[0]).toEqual(entry);
});
