import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore, type Store } from '#server/store/open-store.ts';
import { freshDatabase } from '#tests/fresh-database.ts';
import { brand, type HttpClient } from './http-client.ts';
import { removeFolders } from './temporary-folder.ts';
import { smallBrands, startTestServer, type TestServer } from './test-server.ts';
import { verifyLog } from './verify-log.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
afterAll(removeFolders);

let databaseUrl: string;
let brands: string;
let servers: TestServer[];
let store: Store;
beforeEach(async () => {
  databaseUrl = await freshDatabase();
  brands = smallBrands();
  // All at once, on an empty database: each makes the tables, a key, the brand and its customers, or finds them made.
  servers = await Promise.all([1, 2, 3].map(() => startTestServer({ databaseUrl, places: { brands } })));
  store = await openStore(databaseUrl, () => new Date().toISOString());
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await store.close();
});

const each = <T>(ask: (server: TestServer) => Promise<T>): Promise<T[]> => Promise.all(servers.map(ask));

const textAt = (path: string) => async (server: TestServer) => (await server.client().request('GET', path)).text();

describe('several servers on one database', () => {
  test('that start at once make one key, one notice and one past for each customer', async () => {
    expect(new Set(await each(textAt('/.well-known/jwks.json'))).size).toBe(1);
    expect(new Set(await each(textAt(`/v1/${brand}/notices/current`))).size).toBe(1);
    expect(await store.database.selectFrom('signing_key').select('kid').execute()).toHaveLength(1);
    const people = await store.database.selectFrom('identifier').select('identifier').execute();
    expect(new Set(people.map(({ identifier }) => identifier)).size).toBe(people.length);
    expect(people.length).toBeGreaterThan(1);
    const held = await store.database.selectFrom('holding').select(['subject_id', 'revision']).execute();
    expect(held.map(({ revision }) => revision)).toEqual(people.map(() => 1));
    await verifyLog(databaseUrl);
  });

  test('are one server to a customer: what is decided at several at once is one log, and each reads it', async () => {
    const [first, ...others] = servers as [TestServer, ...TestServer[]];
    const here = first.client();
    await here.signIn('maya');
    const everywhere = [here, ...others.map(({ origin }) => here.at(origin))];
    const before = (await here.decisions()).entries.length;
    const asked = Array.from({ length: 8 }, (_, index) => everywhere[index % everywhere.length] as HttpClient);
    // With five tries each nearly all get through; who does not is told "busy", and then nothing was stored.
    const answers = await Promise.all(asked.map((client) => client.decide([{ choice: 'sizes.advice', value: 'off' }])));
    const stored = answers.filter((answer) => answer.status === 200).length;
    expect(answers.every((answer) => answer.status === 200 || answer.status === 503)).toBe(true);
    expect(stored).toBeGreaterThan(2);
    const logs = await Promise.all(everywhere.map((client) => client.decisions()));
    expect(logs[0]?.entries).toHaveLength(before + stored);
    expect(logs[1]).toEqual(logs[0]);
    expect(logs[2]).toEqual(logs[0]);
    await verifyLog(databaseUrl);
  });

  test('put a notice in force that one of them published', async () => {
    const path = join(brands, brand, 'notice.yaml');
    const text = readFileSync(path, 'utf8').replace('version: 1\n', 'version: 2\n');
    writeFileSync(path, text.replace('retention: 24 months', 'retention: 12 months'));
    await servers[0]?.reload();
    const versions = async () =>
      (await each(textAt(`/v1/${brand}/notices/current`))).map(
        (one) => (JSON.parse(one) as { notice: { version: number } }).notice.version,
      );
    await expect.poll(versions, { timeout: 20_000 }).toEqual([2, 2, 2]);
    expect(new Set(await each(textAt(`/v1/${brand}/notices/2`))).size).toBe(1);
  });

  test('say what one of them was told to say beside its notice', async () => {
    const path = join(brands, brand, 'about.yaml');
    const backups = async () =>
      each(async (server) => (await server.brands.find(brand))?.brand.about['en-GB']?.backups ?? null);
    expect(await backups()).toEqual(['P30D', 'P30D', 'P30D']);
    writeFileSync(path, readFileSync(path, 'utf8').replace('backups: 30 days', 'backups: 40 days'));
    await servers[0]?.reload();
    await expect.poll(backups, { timeout: 20_000 }).toEqual(['P40D', 'P40D', 'P40D']);
    const [first, ...others] = await each(async (server) => (await server.brands.find(brand))?.brand.about);
    for (const about of others) expect(about).toEqual(first);
    // It is no part of the notice, which stays as it was published.
    expect(await store.database.selectFrom('notice').select('version').where('version', '>', 1).execute()).toEqual([]);
  });

  test('that publish the same edition at once publish it once, and one that is older is told so', async () => {
    const path = join(brands, brand, 'notice.yaml');
    const first = readFileSync(path, 'utf8');
    const second = first
      .replace('version: 1\n', 'version: 2\n')
      .replace('retention: 24 months', 'retention: 12 months');
    writeFileSync(path, second);
    await each((server) => server.reload());
    const rows = await store.database.selectFrom('notice').select(['version', 'language', 'published_at']).execute();
    const texts = rows.map(({ version, language }) => `${version} ${language}`);
    expect(new Set(texts).size).toBe(texts.length);
    expect(new Set(rows.filter(({ version }) => version === 2).map((row) => row.published_at)).size).toBe(1);
    writeFileSync(path, first);
    await servers[1]?.reload();
    expect(servers[1]?.brands.mistakes().join()).toContain('Version 2 is published already, and 1 is older');
    const [row] = await store.database.selectFrom('brand').select('updated_at').execute();
    await servers[2]?.reload();
    expect(await store.database.selectFrom('brand').select('updated_at').execute()).toEqual([row]);
  });
});
