import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { removeFolders, temporaryFolder } from '#tests/server/temporary-folder.ts';
import { conformanceCommand, freePort, startExample } from './example-server.ts';
import { startOwnServer } from './own-server.ts';
import type { Verdict } from './foreign/report.ts';

afterAll(removeFolders);

/** Everything that may excuse the small server: what it declares, what nobody can do to it, what its notice has not. */
const excuses =
  /^(?:(?:; )?(?:its capabilities say \w+: (?:false|null)|the suite cannot (?:set its clock|publish notices here|make it fail)|it does not serve the suite's own brand|it needs keys that only the project's own tests can install|there is no customer like the suite's "[^"]+"|a second brand is not known to the suite|the notice has no use, or no further one, that is .+))+$/;

const keyFile = (): string => {
  const file = join(temporaryFolder(), 'key.json');
  writeFileSync(file, JSON.stringify({ kty: 'OKP', crv: 'Ed25519', d: 'x', x: 'x' }));
  return file;
};

describe('npm run conformance', () => {
  test('finds nothing wrong with the small server of the docs, and skips only what that server declares', async () => {
    const { base, key, stop } = await startExample();
    const { code, out, err } = await conformanceCommand('--url', base, '--key', key, '--json');
    await stop();
    const { cases } = JSON.parse(out) as { cases: Verdict[] };
    expect(cases.filter((one) => one.verdict === 'failed')).toEqual([]);
    expect([code, err]).toEqual([0, '']);
    const skipped = cases.filter((one) => one.verdict === 'skipped');
    expect(skipped.filter((one) => !excuses.test(one.reason))).toEqual([]);
    // What its page says to expect.
    const [, expected] = /(\d+) passed, 0 failed/.exec(readFileSync('docs/backend.md', 'utf8')) ?? [];
    expect(cases.filter((one) => one.verdict === 'passed').length).toBeGreaterThanOrEqual(Number(expected));
    expect(cases.map((one) => one.name)).toContain('I4: says that the choice had moved under a withdrawal');
  });

  test('finds nothing wrong with our own server, which declares everything, under a brand that it does not know', async () => {
    const { base, key, issuer, stop } = await startOwnServer();
    const { code, out } = await conformanceCommand('--url', base, '--key', key, '--issuer', issuer, '--json');
    await stop();
    const { cases } = JSON.parse(out) as { cases: Verdict[] };
    expect(cases.filter((one) => one.verdict === 'failed')).toEqual([]);
    expect(code).toBe(0);
    expect(cases.filter((one) => one.reason.includes('its capabilities say'))).toEqual([]);
    expect(cases.filter((one) => one.verdict === 'passed').length).toBeGreaterThanOrEqual(60);
  });

  test('finds a server out whose session can be read by a script, says where, and ends with 1', async () => {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const example = await startExample(base);
    const careless = createServer((request, response) => {
      const { method, headers, url } = request;
      const onward = ask({ host: '127.0.0.1', port: example.port, path: url, method, headers }, (answer) => {
        const cookies = answer.headers['set-cookie']?.map((one) => one.replace(' HttpOnly;', ''));
        const given = cookies ? { ...answer.headers, 'set-cookie': cookies } : answer.headers;
        answer.pipe(response.writeHead(answer.statusCode ?? 0, given));
      });
      request.pipe(onward);
    });
    await new Promise<void>((resolve) => {
      careless.listen(port, '127.0.0.1', resolve);
    });
    const about = 'keeps the session in a cookie';
    const { code, out } = await conformanceCommand('--url', base, '--key', example.key, '--only', about);
    careless.closeAllConnections();
    careless.close();
    await example.stop();
    expect(code).toBe(1);
    expect(out).toMatch(/^FAILED {3}keeps the session in a cookie that no script can read/m);
    expect(out).toContain('tests/conformance/cases/wire-sessions.ts:');
    expect(out).toMatch(/^0 passed, 1 failed, 0 skipped$/m);
  });

  test.for<[string, () => string[], RegExp]>([
    ['where', () => [], /^Say where the server is: --url/],
    ['with which key', () => ['--url', 'http://127.0.0.1:1'], /^Say which key signs customers in: --key/],
    ['which file', () => ['--url', 'http://127.0.0.1:1', '--key', 'no-such.json'], /^The key no-such\.json cannot be/],
    [
      'that nobody is there',
      () => ['--url', 'http://127.0.0.1:1', '--key', keyFile()],
      /^Nothing answers at http:.*Start/,
    ],
  ])('says %s in one sentence, where that is what is missing', async ([, args, sentence]) => {
    const { code, out, err } = await conformanceCommand(...args());
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
