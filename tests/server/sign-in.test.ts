import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { BrandKey } from '#tests/conformance/brand-keys.ts';
import { brandKeys, goodClaims, signIn, tokenOf } from '#tests/conformance/brand-keys.ts';
import { freshDatabase } from '#tests/fresh-database.ts';
import { brand } from './http-client.ts';
import { signingBrands } from './signing-brand.ts';
import { removeFolders } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

vi.setConfig({ testTimeout: 60_000 });
afterAll(removeFolders);

const path = `/v1/${brand}/session`;
const tokenFor = ({ origin }: Pick<TestServer, 'origin'>, more: object = {}, key?: BrandKey): string =>
  tokenOf({ ...goodClaims(`${origin}/v1/${brand}`, Date.now()), ...more }, key);
const open = (server: TestServer, token: string, headers: Record<string, string> = {}) =>
  server.client().request('POST', path, { body: { token }, headers });

describe('a sign-in token', () => {
  test('is for the address that receipts name as their issuer', async () => {
    const server = await startTestServer({ places: { brands: signingBrands() } });
    try {
      const client = server.client();
      const opened = await client.request('POST', path, { body: { token: tokenFor(server, { name: 'Maya' }) } });
      expect(await opened.json()).toMatchObject({ customer: { name: 'Maya' } });
      expect((await client.overview()).customer.name).toBe('Maya');
      const { receipt } = await client.decided([{ choice: 'sizes.advice', value: 'off' }]);
      const said = JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString()) as { iss: string };
      expect(said.iss).toBe(`${server.origin}/v1/${brand}`);
      const record = JSON.stringify(said);
      expect(record).toContain('"dpv:hasJurisdiction":[{"@id":"loc:GB"},{"@id":"loc:IE"}]');
    } finally {
      await server.stop();
    }
  });

  test('leaves neither the customer’s name at the brand, nor itself, in a file or in the log', async () => {
    const server = await startTestServer({ places: { brands: signingBrands() } });
    const token = tokenFor(server, { sub: 'seeded-canary@example.com', jti: 'seeded-canary-jti' });
    try {
      await open(server, token);
      expect((await open(server, token)).status).toBe(403);
    } finally {
      await server.stop();
    }
    const kept = readFileSync(join(server.dataDir, 'evenhand.db')).toString('latin1') + server.logText();
    for (const secret of ['seeded-canary', token.split('.')[2] ?? '']) expect(kept).not.toContain(secret);
    expect(kept).toContain('sub:');
  });

  test('that is refused is answered alike, and the log says why by a code', async () => {
    const server = await startTestServer({ places: { brands: signingBrands() } });
    try {
      const wrong = [
        tokenFor(server, { aud: 'x' }),
        tokenFor(server, { iss: 'x' }),
        tokenFor(server, { exp: 1 }),
        'nothing',
        '',
      ];
      const answers = await Promise.all(wrong.slice(0, 4).map((token) => open(server, token)));
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
      expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
      const reasons = server
        .logLines()
        .flatMap((line) => (line['msg'] === 'a sign-in token was refused' ? [line] : []));
      expect(reasons.map(({ brand: of, reason }) => `${String(of)} ${String(reason)}`).toSorted()).toEqual(
        ['audience', 'issuer', 'life', 'not_compact'].map((reason) => `${brand} ${reason}`),
      );
      expect((await open(server, '')).status).toBe(400);
      expect((await open(server, 'x'.repeat(8193))).status).toBe(400);
      expect((await open(server, 'x'.repeat(65_536))).status).toBe(413);
    } finally {
      await server.stop();
    }
  });

  test('opens nothing for a page of another site', async () => {
    const server = await startTestServer({ places: { brands: signingBrands() } });
    try {
      const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
      const token = tokenFor(server);
      expect((await open(server, token, foreign)).status).toBe(403);
      expect((await open(server, token, { 'Evenhand-Client': '' })).status).toBe(403);
      expect((await open(server, token)).status).toBe(200);
    } finally {
      await server.stop();
    }
  });

  test('opens nothing any more once its key is off the list, and the brand’s other key still does', async () => {
    const brands = signingBrands();
    const server = await startTestServer({ places: { brands } });
    try {
      const [first, second] = brandKeys as [BrandKey, BrandKey];
      expect((await open(server, tokenFor(server, {}, first))).status).toBe(200);
      const file = join(brands, brand, 'brand.yaml');
      const left = { ...signIn, keys: signIn.keys.slice(1) };
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^signIn: .*$/m, `signIn: ${JSON.stringify(left)}`));
      await server.reload();
      expect((await open(server, tokenFor(server, {}, first))).status).toBe(403);
      expect((await open(server, tokenFor(server, {}, second))).status).toBe(200);
    } finally {
      await server.stop();
    }
  });

  test('is taken by one of several servers on one database: a hundred at once open one session', async () => {
    const databaseUrl = await freshDatabase();
    const brands = signingBrands();
    const origin = 'https://privacy.example.com';
    const start = () => startTestServer({ databaseUrl, places: { brands }, origin });
    const servers = await Promise.all([start(), start(), start()]);
    try {
      const token = tokenFor({ origin }, { sub: 'c1' });
      const redeem = async (index: number): Promise<number> => {
        const { port } = servers[index % servers.length] as TestServer;
        const headers = { Origin: origin, 'Evenhand-Client': 'web', 'Content-Type': 'application/json' };
        const body = JSON.stringify({ token });
        const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
        const [cookie = ''] = answer.headers.getSetCookie();
        expect(cookie.startsWith(`__Host-evenhand-${brand}=`) && cookie.endsWith('; Secure')).toBe(
          answer.status === 200,
        );
        return answer.status;
      };
      const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => redeem(index)));
      expect(answers.filter((status) => status === 200)).toHaveLength(1);
      expect(answers.filter((status) => status === 403)).toHaveLength(99);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  });
});
