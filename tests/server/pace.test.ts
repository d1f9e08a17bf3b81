import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey, type HttpClient } from './http-client.ts';
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

const choice = 'purchases.recommendations';
const withdrawal = [{ choice, value: 'off' }];

/** Uses up what a minute allows. */
const hurry = async (client: HttpClient): Promise<void> => {
  for (let time = 0; time < 30; time += 1) expect((await client.decide(withdrawal)).status).toBe(200);
};

const grant = async (client: HttpClient) => {
  const { choices, notice } = await client.choices();
  const seq = choices.find((one) => one.choice === choice)?.seq ?? 0;
  return { choice, value: 'on', seen: { seq, notice: notice.version } };
};

describe('a customer who decides more than 30 times a minute', () => {
  test('is told to wait where a command only turns things on, and nothing is stored of it', async () => {
    const maya = server.client();
    await maya.signIn('maya');
    await hurry(maya);
    const before = (await maya.decisions()).head;
    const item = await grant(maya);
    const key = newKey();
    const refused = await maya.decide([item], key);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('10');
    expect(await refused.json()).toMatchObject({ code: 'too_many' });
    expect((await maya.decisions()).head).toBe(before);
  });

  test('withdraws all the same: one at a time, each within 10 s, a mixed command too, from any device', async () => {
    const phone = server.client();
    await phone.signIn('maya');
    const laptop = server.client();
    await laptop.signIn('maya');
    const { entries } = await phone.decisions();
    const started = performance.now();
    const mixed = [{ choice: 'sizes.advice', value: 'off' }, await grant(phone)];
    const times = await Promise.all(
      [
        phone.decide(withdrawal),
        laptop.decide(withdrawal),
        laptop.decide(mixed),
        ...Array.from({ length: 12 }, () => phone.decide(withdrawal)),
      ].map(async (sent) => {
        const response = await sent;
        expect(response.status).toBe(200);
        return performance.now() - started;
      }),
    );
    expect(Math.max(...times)).toBeLessThan(10_000);
    // Five of them, each a second after the one before; then patience runs out and the rest follow.
    const sorted = times.toSorted((one, other) => one - other);
    expect((sorted[5] ?? 0) - (sorted[0] ?? 0)).toBeGreaterThan(4_000);
    expect((await phone.decisions()).entries.length).toBe(entries.length + 15);
  }, 20_000);

  test('slows nobody else down', async () => {
    const maya = server.client();
    await maya.signIn('maya');
    const noor = server.client();
    await noor.signIn('noor');
    let waiting = 4;
    const slowed = Array.from({ length: waiting }, async () => {
      expect((await maya.decide(withdrawal)).status).toBe(200);
      waiting -= 1;
    });
    expect((await noor.decide(withdrawal)).status).toBe(200);
    expect(waiting).toBeGreaterThan(0);
    await Promise.all(slowed);
  }, 20_000);

  test('has to have a session like everybody', async () => {
    expect((await server.client().decide(withdrawal)).status).toBe(401);
  });
});
