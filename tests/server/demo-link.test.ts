import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brand } from './http-client.ts';
import { removeFolders } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** As the brand's files have it. */
const signInUrl = 'https://www.haldenrow.example/account';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
  removeFolders();
});

describe('the demo link', () => {
  test('answers with a page that carries no secret and no script of its own', async () => {
    const response = await server.client().request('GET', '/demo/maya');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.getSetCookie()).toEqual([]);
    const page = await response.text();
    expect(page).toContain('<script src="/demo/open.js" defer></script>');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/\son\w+=|style=/);
    expect(page).not.toContain('maya');
  });

  test('brings a script and a style of the right kind', async () => {
    const script = await server.client().request('GET', '/demo/open.js');
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(await script.text()).toContain("location.replace('/')");
    const style = await server.client().request('GET', '/demo/open.css');
    expect(style.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
  });

  test('names customers of the brand only', async () => {
    expect((await server.client().request('GET', '/demo/noor')).status).toBe(200);
    expect((await server.client().request('GET', '/demo/somebody')).status).toBe(404);
    expect((await server.client().request('GET', '/demo/maya%2F..')).status).toBe(404);
  });

  test('is where a customer who is signed out is sent; what is kept of the brand is not altered', async () => {
    const response = await server.client().request('GET', `/v1/${brand}/capabilities`);
    expect(await response.json()).toMatchObject({ brand: { signInUrl: '/demo/maya' } });
    expect(server.brands.first().face.signInUrl).toBe(signInUrl);
  });

  test('signs in by what its script sends, and by nothing less', async () => {
    const client = server.client();
    const path = `/v1/${brand}/session`;
    const opened = await client.request('POST', path, { body: { demo: 'maya' } });
    expect(opened.status).toBe(200);
    expect(opened.headers.getSetCookie()[0]).toMatch(
      /^evenhand-halden-row=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/,
    );
    expect(await opened.json()).toMatchObject({ customer: { name: 'Maya Test' } });

    const without = { 'Evenhand-Client': '' };
    expect((await client.request('POST', path, { body: { demo: 'maya' }, headers: without })).status).toBe(403);
    const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
    expect((await client.request('POST', path, { body: { demo: 'maya' }, headers: foreign })).status).toBe(403);
  });

  test('does not exist behind an https origin, and no demo session opens there', async () => {
    const proxied = await startTestServer({ origin: 'https://privacy.example.com' });
    try {
      const address = `http://127.0.0.1:${proxied.port}`;
      const capabilities = await fetch(`${address}/v1/${brand}/capabilities`);
      expect(await capabilities.json()).toMatchObject({ brand: { signInUrl } });
      expect((await fetch(`${address}/demo/maya`)).status).toBe(404);
      expect((await fetch(`${address}/demo/open.js`)).status).toBe(404);
      const opened = await fetch(`${address}/v1/${brand}/session`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Evenhand-Client': 'web',
          Origin: 'https://privacy.example.com',
          'Sec-Fetch-Site': 'same-origin',
        },
        body: JSON.stringify({ demo: 'maya' }),
      });
      expect(opened.status).toBe(403);
    } finally {
      await proxied.stop();
    }
  });
});
