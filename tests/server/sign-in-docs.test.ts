import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { brandKeys, signIn, type BrandKey } from '#tests/conformance/brand-keys.ts';
import { brand } from './http-client.ts';
import { signingBrands } from './signing-brand.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { startTestServer } from './test-server.ts';

afterAll(removeFolders);

interface Snippet {
  readonly signInToken: (given: Readonly<Record<string, string>>) => string;
}

/** The Node snippet of docs/sign-in.md, as a developer would paste it. The Python one needs packages that are not ours. */
const pasted = async (): Promise<Snippet> => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/sign-in.md'), 'utf8');
  const [, code] = /^```js\n(.*?)^```$/ms.exec(page) ?? [];
  if (code === undefined) throw new Error('docs/sign-in.md has no snippet for Node.');
  const file = join(temporaryFolder(), 'sign-in.mjs');
  writeFileSync(file, code);
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Snippet;
};

test('what docs/sign-in.md tells a developer to paste signs a customer in', async () => {
  const { signInToken } = await pasted();
  const server = await startTestServer({ places: { brands: signingBrands() } });
  try {
    const [{ own, known }] = brandKeys as [BrandKey];
    const token = signInToken({
      key: own.export({ format: 'pem', type: 'pkcs8' }).toString(),
      kid: known.kid,
      issuer: signIn.issuer,
      brand: `${server.origin}/v1/${brand}`,
      customer: '1001',
      name: 'Maya',
    });
    const opened = await server.client().request('POST', `/v1/${brand}/session`, { body: { token } });
    expect([opened.status, await opened.json()]).toMatchObject([200, { customer: { name: 'Maya' } }]);
  } finally {
    await server.stop();
  }
});
