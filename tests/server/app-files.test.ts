import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brand } from './http-client.ts';
import { rawRequest } from './raw-request.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const script = `console.log(${JSON.stringify('a long line of text, '.repeat(200))});\n`;
const page = `<!doctype html><title>App</title><script type="module" src="/assets/app-BxY3kP0q.js"></script>${' '.repeat(600)}`;

let server: TestServer;
beforeAll(async () => {
  const app = temporaryFolder();
  mkdirSync(join(app, 'assets'));
  mkdirSync(join(app, '.vite'));
  writeFileSync(join(app, 'index.html'), page);
  writeFileSync(join(app, 'assets/app-BxY3kP0q.js'), script);
  writeFileSync(join(app, 'assets/tiny-AAAAAAAA.css'), 'a{color:red}');
  writeFileSync(join(app, 'assets/app-BxY3kP0q.js.map'), '{}');
  writeFileSync(join(app, '.vite/manifest.json'), '{}');
  execFileSync(process.execPath, ['scripts/compress.ts', app]);
  server = await startTestServer({ places: { app } });
});
afterAll(async () => {
  await server.stop();
  removeFolders();
});

/** As a browser asks that takes brotli; the body as it travelled. */
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.origin}${path}`, { headers: { 'Accept-Encoding': 'br', ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('a file of the app', () => {
  test('comes as the brotli that the build made, to whoever takes it', async () => {
    const { headers, text } = await get('/assets/app-BxY3kP0q.js');
    expect(headers.get('Content-Encoding')).toBe('br');
    expect(headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('Vary')).toBe('Accept-Encoding');
    expect(Number(headers.get('Content-Length'))).toBeLessThan(script.length / 10);
    expect(text).toBe(script);
  });

  test('comes as it is to whoever does not', async () => {
    for (const codings of ['identity', 'gzip', 'br;q=0', 'gzip, br; q=0.0']) {
      const { headers, text } = await rawRequest(server.origin, '/assets/app-BxY3kP0q.js', [
        ['Accept-Encoding', codings],
      ]);
      expect(headers['content-encoding']).toBeUndefined();
      expect(text).toBe(script);
    }
  });

  test('is not compressed where that gains nothing', async () => {
    const { headers, text } = await get('/assets/tiny-AAAAAAAA.css');
    expect(headers.get('Content-Encoding')).toBeNull();
    expect(text).toBe('a{color:red}');
  });

  test('with a hash in its name may be kept for ever, the page itself never unasked', async () => {
    expect((await get('/assets/app-BxY3kP0q.js')).headers.get('Cache-Control')).toBe(
      'public, max-age=31536000, immutable',
    );
    const { headers } = await get('/', { Accept: 'text/html' });
    expect(headers.get('Cache-Control')).toBe('no-cache');
    const etag = headers.get('ETag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}-br"$/);
    const again = await get('/', { Accept: 'text/html', 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
  });

  test.each([
    '/assets/app-BxY3kP0q.js.map',
    '/assets/app-BxY3kP0q.js.br',
    '/.vite/manifest.json',
    '/../package.json',
    '/%2e%2e/package.json',
  ])('is served, and nothing else: %s is not there', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('an address of the app', () => {
  test.each([
    '/',
    '/data/purchases',
    '/receipts/12',
    `/${brand}`,
    `/${brand}/`,
    `/${brand}/data/purchases`,
    `/${brand}/receipts/12`,
    '/held',
    `/${brand}/held/purchases`,
    '/concluded',
    '/activity?category=purchases',
    '/benefits',
    '/both-ways/purchases',
    `/${brand}/both-ways/purchases.recommendations`,
    '/yourself',
    '/safety',
    '/right-now',
  ])('%s opens the app', async (path) => {
    const { status, text, headers } = await get(path, { Accept: 'text/html,*/*' });
    expect(status).toBe(200);
    expect(text).toBe(page);
    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  });

  test.each([
    `/${brand}/data/`,
    `/${brand}/data/a/b`,
    '/somebody/data/purchases',
    '/held/a/b',
    '/both-ways',
    '/concluded/r1',
    '/nothing',
    `/${brand}/receipts/0`,
  ])('%s is none: 404, with the app around it for a person', async (path) => {
    const { status, text } = await get(path, { Accept: 'text/html', 'If-None-Match': '*' });
    expect(status).toBe(404);
    expect(text).toBe(page);
  });

  test('opens for whoever asks, a person or a program', async () => {
    for (const path of ['/', `/${brand}/data/purchases`]) {
      expect((await get(path, { Accept: '*/*' })).text).toBe(page);
    }
  });

  test('is for navigations only: a script that is gone is not answered with a page', async () => {
    const { status, text } = await get('/assets/app-OLDOLDOL.js', { Accept: '*/*' });
    expect(status).toBe(404);
    expect(text).toBe('There is nothing at this address.');
  });
});

describe('an answer of the contract', () => {
  test('above 1 kB comes as brotli, a notice too, and means the same', async () => {
    const path = `/v1/${brand}/notices/1`;
    const plain = await rawRequest(server.origin, path, []);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['vary']).toBe('Accept-Encoding');
    const { headers, text } = await get(path);
    expect(headers.get('Content-Encoding')).toBe('br');
    expect(text).toBe(plain.text);
    expect(headers.get('ETag')).toBe(`W/${String(plain.headers['etag'])}`);
    const again = await get(path, { 'If-None-Match': headers.get('ETag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('that is small comes as it is', async () => {
    const { headers } = await get('/evenhand.json');
    expect(headers.get('Content-Encoding')).toBeNull();
  });
});

test('without a built app a person is told what to do, and the contract is served all the same', async () => {
  const bare = await startTestServer({ places: { app: temporaryFolder() } });
  try {
    const response = await bare.client().request('GET', '/', { headers: { Accept: 'text/html' } });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
    expect((await bare.client().request('GET', `/v1/${brand}/capabilities`)).status).toBe(200);
  } finally {
    await bare.stop();
  }
});
