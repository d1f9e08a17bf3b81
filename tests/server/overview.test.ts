import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noChange } from '#backend/held/holdings-change.ts';
import type { Subject } from '#backend/subject-store.ts';
import type { HoldingRecord } from '#rules/holdings.ts';
import { findSubject } from '#server/store/identifiers.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { brand } from './http-client.ts';
import { memberLine } from './small-demo.ts';
import { removeFolders } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
/** Another system of the brand, which writes to the same tables. */
let shop: Store;

beforeAll(async () => {
  server = await startTestServer();
  shop = await openStore(server.dataDir, () => new Date().toISOString());
});
afterAll(async () => {
  await shop.close();
  await server.stop();
  removeFolders();
});

const put = async (subject: Subject, record: HoldingRecord): Promise<void> => {
  const held = await shop.holdings.read(subject);
  const change = { ...noChange, subject, revision: held?.revision ?? 0, put: [record], deed: null };
  expect(await shop.holdings.change(change)).toBe('stored');
};

const today = (): string => new Date().toISOString().slice(0, 10);

describe('the overview', () => {
  test('is counted from the rows: one order changed, and it follows at once', async () => {
    const maya = server.client();
    await maya.signIn('maya');
    const savings = async () => {
      const { categories } = await maya.overview();
      const got = categories.flatMap((category) => category.got).find(({ counting }) => counting === 'member_price');
      return { amount: got?.amount, held: categories.find(({ category }) => category === 'purchases')?.held.count };
    };
    expect(await savings()).toEqual({ amount: 1_000, held: 1 });

    const subject = await findSubject(shop.database, brand, 'demo:maya');
    if (!subject) throw new Error('Maya was not loaded.');
    const line = memberLine(today());
    await put(subject, { ...line, data: { ...line.data, paid: 2_500 } });
    expect(await savings()).toEqual({ amount: 1_500, held: 1 });

    await put(subject, { ...line, id: 'line-2' });
    expect(await savings()).toEqual({ amount: 2_500, held: 2 });
  });

  test('of a customer of whom nothing is held says nothing but that they are here now', async () => {
    const noor = server.client();
    await noor.signIn('noor');
    const { customer, categories } = await noor.overview();
    expect(customer.name).toBe('Noor Test');
    expect(categories.length).toBeGreaterThan(9);
    const held = categories.filter((one) => one.held.count > 0 || one.held.sample.length > 0);
    expect(held.map((one) => [one.category, one.held.count])).toEqual([['account', 1]]);
  });

  test('is nobody else’s: without a session it is refused', async () => {
    const response = await server.client().request('GET', `/v1/${brand}/me/overview`);
    expect(response.status).toBe(401);
  });
});
