import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Choices } from '#contract/choices.ts';
import { builtApp, renderer } from './built-app.ts';
import { brand, newKey, type HttpClient } from './http-client.ts';
import { removeFolders } from './temporary-folder.ts';
import { smallBrands, startTestServer, type TestServer } from './test-server.ts';

const other = 'kell-and-sons';

/** The retailer's brand twice: the second time under another name. */
function twoBrands(): string {
  const folder = smallBrands();
  cpSync(join(folder, brand), join(folder, other), { recursive: true });
  const file = join(folder, other, 'brand.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(`id: ${brand}`, `id: ${other}`).replace('name: Halden & Row', 'name: Kell & Sons'));
  return folder;
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ places: { app: builtApp(), renderer, brands: twoBrands() } });
});
afterAll(async () => {
  await server.stop();
  removeFolders();
});

const open = async (client: HttpClient, path: string): Promise<string> => {
  const response = await client.request('GET', path, { headers: { Accept: 'text/html' } });
  expect(response.status).toBe(200);
  return response.text();
};

const valueOf = async (client: HttpClient, at: string, choice: string): Promise<string | undefined> => {
  const response = await client.request('GET', `/v1/${at}/me/choices`);
  expect(response.status).toBe(200);
  const { choices } = (await response.json()) as Choices;
  return choices.find((one) => one.choice === choice)?.effective;
};

const enter = async (client: HttpClient, at: string): Promise<void> => {
  expect((await client.request('POST', `/v1/${at}/session`, { body: {} })).status).toBe(200);
};

const turnOff = (client: HttpClient, at: string, choice: string): Promise<Response> =>
  client.request('POST', `/v1/${at}/me/decisions`, {
    body: { items: [{ choice, value: 'off' }] },
    headers: { 'Idempotency-Key': newKey() },
  });

test('what a visitor turned off at one brand is still off when they come back from another', async () => {
  const visitor = server.client();
  await enter(visitor, brand);
  expect((await turnOff(visitor, brand, 'purchases.offers')).status).toBe(200);
  await open(visitor, `/${other}`);
  await enter(visitor, other);
  expect((await turnOff(visitor, other, 'browsing.site')).status).toBe(200);
  expect(await valueOf(visitor, brand, 'purchases.offers')).toBe('off');
  expect(await valueOf(visitor, brand, 'browsing.site')).toBe('on');
  expect(await valueOf(visitor, other, 'browsing.site')).toBe('off');
  await visitor.request('DELETE', `/v1/${other}/session`);
  expect(await valueOf(visitor, brand, 'purchases.offers')).toBe('off');
});

test('a customer of one brand reads the notice of another as anybody does, and stays signed in at theirs', async () => {
  const maya = server.client();
  await maya.signIn('maya');
  const page = await open(maya, `/${other}`);
  expect(page).toContain('What we collect, and why');
  expect(page).toContain('Kell &amp; Sons');
  expect(page).not.toMatch(/There is nothing at this address|Signed in|role="switch"/);
  expect((await maya.request('GET', `/v1/${other}/me/choices`)).status).toBe(401);
  expect(await open(maya, `/${brand}`)).toContain('Signed in as Maya');
});
