import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Validator } from '@seriousme/openapi-schema-validator';
import { decodeProtectedHeader, importJWK, compactVerify, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BackendConfig } from '#contract/backend-config.ts';
import { brand, newKey } from './http-client.ts';
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

const get = (path: string): Promise<Response> => server.client().request('GET', path);

describe('what an operator asks', () => {
  test('is it alive, and can it do its work', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await get('/health/ready');
    expect(ready.status).toBe(200);
    expect(ready.headers.get('Cache-Control')).toBe('no-store');
  });

  test('not ready while the database does not answer, and ready again when it does', async () => {
    const database = new DatabaseSync(join(server.dataDir, 'evenhand.db'));
    database.exec('alter table brand rename to elsewhere');
    const broken = await get('/health/ready');
    expect(broken.status).toBe(503);
    expect(await broken.json()).toEqual({ status: 'not ready' });
    expect((await get('/health/live')).status).toBe(200);
    database.exec('alter table elsewhere rename to brand');
    database.close();
    expect((await get('/health/ready')).status).toBe(200);
  });
});

describe('a database that fails', () => {
  test('is "busy" to the customer, a reason in the log, and settled by the same key when it is mended', async () => {
    const maya = server.client();
    await maya.signIn('maya');
    const database = new DatabaseSync(join(server.dataDir, 'evenhand.db'));
    database.exec('alter table outbox rename to elsewhere');
    const key = newKey();
    const refused = await maya.decide([{ choice: 'sizes.advice', value: 'off' }], key);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect(await refused.json()).toMatchObject({ code: 'busy' });
    const reason = server.logLines().find(({ msg }) => msg === 'the database failed');
    expect(reason).toMatchObject({ operation: 'append', error: 'Error: no such table: outbox' });

    database.exec('alter table elsewhere rename to outbox');
    database.close();
    const mended = await maya.decide([{ choice: 'sizes.advice', value: 'off' }], key);
    expect(mended.status).toBe(200);
    expect(mended.headers.get('Idempotency-Replayed')).toBeNull();
  });
});

describe('what the app asks first', () => {
  test('is which backend to open, and it can', async () => {
    const response = await get('/evenhand.json');
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    expect(BackendConfig.parse(await response.json())).toEqual({ backend: 'http', baseUrl: '', brand });
  });
});

describe('what others build on', () => {
  test('is a valid OpenAPI 3.1 document', async () => {
    const document = (await (await get('/openapi.json')).json()) as Record<string, unknown>;
    expect(document['openapi']).toMatch(/^3\.1\./);
    expect((await new Validator().validate(document)).errors ?? []).toEqual([]);
  });

  test('are the public keys, with which a receipt can be checked', async () => {
    const { keys } = (await (await get('/.well-known/jwks.json')).json()) as { keys: JWK[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {})).not.toContain('d');
    const maya = server.client();
    await maya.signIn('maya');
    const { receipt } = await maya.decided([{ choice: 'sizes.advice', value: 'off' }]);
    expect(decodeProtectedHeader(receipt).kid).toBe(keys[0]?.kid);
    const { payload } = await compactVerify(receipt, await importJWK(keys[0] ?? {}, 'EdDSA'), {
      algorithms: ['EdDSA'],
    });
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      iss: expect.stringContaining(`/v1/${brand}`),
    });
  });

  test('says "durable" of itself, and of nothing it is not', async () => {
    const capabilities = await (await get(`/v1/${brand}/capabilities`)).json();
    expect(capabilities).toMatchObject({ durability: 'durable', history: true, overview: true, idempotency: true });
  });
});
