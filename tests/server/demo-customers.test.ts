import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { demoCustomer } from '#brands/halden-row/demo/customer.ts';
import { dayOf } from '#rules/days.ts';
import { demoExperience } from '#server/demo-customers.ts';
import { defaultPlaces } from '#server/start.ts';
import { findSubject } from '#server/store/identifiers.ts';
import { openStore } from '#server/store/open-store.ts';
import { brand } from './http-client.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { startTestServer } from './test-server.ts';

vi.setConfig({ testTimeout: 60_000 });
afterAll(removeFolders);

const now = () => new Date().toISOString();

const byId = (rows: readonly { readonly id: string }[] = []) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('a made-up customer', () => {
  test('is in the tables whole, as the brand made her up: every record, every event and its details', async () => {
    const server = await startTestServer({ places: { brands: defaultPlaces.brands } });
    const store = await openStore(server.dataDir, now);
    try {
      const subject = await findSubject(store.database, brand, 'demo:maya');
      const held = subject && (await store.holdings.read(subject));
      const zone = (await server.brands.find(brand))?.brand.face.zone ?? '';
      const { holdings } = demoCustomer('maya', dayOf(now(), zone), zone);
      expect(byId(held?.holdings.records)).toEqual(byId(holdings.records));
      expect(byId(held?.holdings.events)).toEqual(byId(holdings.events));
      expect(held?.holdings.incidents).toEqual(holdings.incidents);
      expect(holdings.records.length).toBeGreaterThan(1_000);
    } finally {
      await store.close();
      await server.stop();
    }
  });

  test('stays forgotten after a new start: nobody makes her up again', async () => {
    const dataDir = temporaryFolder();
    const server = await startTestServer({ dataDir });
    const maya = server.client();
    await maya.signIn('maya');
    const forget = { body: { scope: 'everything' }, headers: { 'Idempotency-Key': 'forget-everything-1' } };
    expect((await maya.request('POST', `/v1/${brand}/me/forgettings`, forget)).status).toBe(200);
    const held = async (origin: string): Promise<unknown> => {
      const answer = await maya.at(origin).request('GET', `/v1/${brand}/me/records`);
      return ((await answer.json()) as { records: unknown }).records;
    };
    const left = await held(server.origin);
    await server.stop();
    const again = await startTestServer({ dataDir });
    expect(await held(again.origin)).toEqual(left);
    await again.stop();
  });
});

describe('what customers meet in a made-up shop', () => {
  test('is there for a brand with a shop in its folder, and for no other', async () => {
    const { experience } = demoExperience(join(defaultPlaces.brands, brand));
    const holdings = { customer: { name: 'Maya' }, records: [], events: [] };
    const asked = { holdings, about: 'purchases', allowed: () => true, now: now(), language: 'en-GB' };
    expect((await experience?.(asked))?.experience.things.length).toBeGreaterThan(0);
    const folder = join(temporaryFolder(), brand);
    mkdirSync(folder);
    cpSync(join(defaultPlaces.brands, brand, 'brand.yaml'), join(folder, 'brand.yaml'));
    expect(demoExperience(folder)).toEqual({});
  });
});
