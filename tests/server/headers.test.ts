import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brand } from './http-client.ts';
import { rawRequest } from './raw-request.ts';
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

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const addresses = [
  '/',
  '/halden-row/data/purchases',
  '/nothing/here',
  '/health/live',
  '/health/ready',
  '/openapi.json',
  '/evenhand.json',
  '/.well-known/jwks.json',
  '/demo/maya',
  `/v1/${brand}/capabilities`,
  `/v1/${brand}/me/choices`,
  '/v1/nobody/capabilities',
];

describe('every answer that a browser may show', () => {
  test.each(addresses)('of %s carries the same strict headers', async (path) => {
    const { headers } = await server.client().request('GET', path, { headers: { Accept: 'text/html' } });
    expect(headers.get('Content-Security-Policy')).toBe(policy);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
    expect(headers.get('Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('Strict-Transport-Security')).toBeNull();
    expect(headers.get('Server')).toBeNull();
    expect(headers.get('X-Powered-By')).toBeNull();
  });

  test('behind an https origin also asks browsers to come by https only, and marks the cookie so', async () => {
    const proxied = await startTestServer({ origin: 'https://privacy.example.com' });
    try {
      const response = await fetch(`http://127.0.0.1:${proxied.port}/v1/${brand}/session`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Evenhand-Client': 'web',
          Origin: 'https://privacy.example.com',
          'Sec-Fetch-Site': 'same-origin',
        },
        body: '{}',
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
      const [cookie = ''] = response.headers.getSetCookie();
      expect(cookie).toMatch(/^__Host-evenhand-halden-row=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; .*Secure$/);
    } finally {
      await proxied.stop();
    }
  });
});

describe('a part of a page, that no browser shows by itself', () => {
  test.each(['/demo/open.js', '/demo/open.css'])(
    '%s carries what protects it, and not what is said of pages',
    async (path) => {
      const { headers } = await server.client().request('GET', path);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      for (const name of ['Content-Security-Policy', 'Permissions-Policy', 'X-Frame-Options', 'Referrer-Policy']) {
        expect(headers.get(name)).toBeNull();
      }
    },
  );
});

describe('a request under a foreign name', () => {
  test('is turned away, so that no other site can read along by pointing its name here', async () => {
    const { status, text } = await rawRequest(server.origin, '/evenhand.json', [['Host', 'evil.example']]);
    expect(status).toBe(421);
    expect(text).toContain(server.origin);
  });
});
