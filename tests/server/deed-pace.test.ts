import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brand, newKey, type HttpClient } from './http-client.ts';
import { removeFolders } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
  removeFolders();
});

const post = (client: HttpClient, path: string, body: unknown, key: string | null = newKey()): Promise<Response> =>
  client.request('POST', `/v1/${brand}/me/${path}`, { body, headers: key === null ? {} : { 'Idempotency-Key': key } });

const answer = (client: HttpClient, value = 3): Promise<Response> => post(client, 'profile/budget/answers', { value });

const forget = (client: HttpClient): Promise<Response> =>
  post(client, 'forgettings', { scope: 'category', id: 'answers' });

/** Every deed that is refused above the pace, and what a customer says of a card. */
const others: readonly (readonly [name: string, ask: (client: HttpClient) => Promise<Response>])[] = [
  ['an answer', answer],
  ['a correction', (client) => post(client, 'records/line-1/corrections', { value: 'Anything' })],
  ['a judgement', (client) => post(client, 'inferences/line-1/judgements', { judgement: 'wrong' })],
  ['what was expected', (client) => post(client, 'expectations', { card: 'purchases', answer: 'expected' }, null)],
];

/** Uses up what a minute allows. */
const hurry = async (client: HttpClient): Promise<void> => {
  for (let time = 0; time < 60; time += 1) expect((await answer(client)).status).toBe(200);
};

describe('a customer who changes what is held more than 60 times a minute', () => {
  test.each(others)('is told to wait, and nothing is stored: %s', async (_name, ask) => {
    const maya = server.client();
    await maya.signIn('maya');
    if (_name === 'an answer') await hurry(maya);
    const refused = await ask(maya);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('10');
    expect(await refused.json()).toMatchObject({ code: 'too_many' });
    const said = await maya.request('GET', `/v1/${brand}/me/expectations`);
    expect(await said.json()).toMatchObject({ answers: [] });
  });

  test('has things forgotten all the same: one at a time, each within 10 s, from any device', async () => {
    const phone = server.client();
    await phone.signIn('maya');
    const laptop = server.client();
    await laptop.signIn('maya');
    const started = performance.now();
    const times = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        expect((await forget(index % 2 ? phone : laptop)).status).toBe(200);
        return performance.now() - started;
      }),
    );
    expect(Math.max(...times)).toBeLessThan(10_000);
    const sorted = times.toSorted((one, other) => one - other);
    expect((sorted[5] ?? 0) - (sorted[0] ?? 0)).toBeGreaterThan(4_000);
    const { questions } = (await (await phone.request('GET', `/v1/${brand}/me/profile`)).json()) as {
      questions: { answer: unknown }[];
    };
    expect(questions.filter((one) => one.answer !== null)).toEqual([]);
  }, 20_000);

  test('decides at the pace of decisions, and slows nobody else down', async () => {
    const maya = server.client();
    await maya.signIn('maya');
    expect((await maya.decide([{ choice: 'purchases.recommendations', value: 'off' }])).status).toBe(200);
    const noor = server.client();
    await noor.signIn('noor');
    expect((await answer(noor)).status).toBe(200);
    expect((await answer(maya)).status).toBe(429);
  });

  test('has to have a session like everybody', async () => {
    expect((await answer(server.client())).status).toBe(401);
    expect((await forget(server.client())).status).toBe(401);
  });
});
