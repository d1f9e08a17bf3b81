import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from './http-client.ts';
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

describe('a decision', () => {
  test('is on record with what came before it', async () => {
    const maya = server.client();
    await maya.signIn('maya');
    const before = await maya.decisions();
    expect(before.entries.map((entry) => entry.seq)).toEqual([1]);

    const key = newKey();
    const { entry } = await maya.decided([{ choice: 'purchases.recommendations', value: 'off' }], key);
    expect(entry).toMatchObject({
      seq: 2,
      by: 'customer',
      items: [{ before: 'on', outcome: 'applied', value: 'off' }],
    });

    const after = await maya.decisions();
    expect(after.entries.map(({ hash }) => hash)).toEqual([entry.hash, before.head]);
    expect(after.entries[0]).toEqual(entry);
    const { choices } = await maya.choices();
    const one = choices.find(({ choice }) => choice === 'purchases.recommendations');
    expect(one).toMatchObject({ effective: 'off', why: 'customer', seq: 2 });
  });
});
