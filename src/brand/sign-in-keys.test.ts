import { describe, expect, test } from 'vitest';
import { brandKeys, newBrandKeys, signIn } from '#tests/conformance/brand-keys.ts';
import { brandFiles } from '#tests/brand-files.ts';
import { loadBrand } from './load-brand.ts';
import { problemLine } from './problem.ts';

/** The brand with this written at the end of brand.yaml, which is line 16. */
const loading = (written: unknown) =>
  loadBrand({ ...brandFiles, 'brand.yaml': `${brandFiles['brand.yaml']}signIn: ${JSON.stringify(written)}\n` });

const said = async (written: unknown): Promise<string[]> => {
  const loaded = await loading(written);
  return loaded.ok ? [] : loaded.problems.map(problemLine);
};

const [ed, ec, rsa] = brandKeys.map(({ known }) => known);
const { issuer } = signIn;

describe('the keys that a brand signs its customers in with', () => {
  test('are taken in as they are, with the issuer; without any there is no sign-in by token', async () => {
    const loaded = await loading(signIn);
    expect(loaded.ok && loaded.brand.signIn).toEqual(signIn);
    const without = await loadBrand(brandFiles);
    expect(without.ok && without.brand.signIn).toBe(null);
    expect(await said({ issuer, keys: [{ ...ed, use: 'sig' }] })).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['no key at all', { issuer, keys: [] }, '"keys" has no entry.'],
    ['no issuer', { keys: [ed] }, '"issuer" is missing.'],
    [
      'an algorithm that is no signature of a key',
      { issuer, keys: [{ ...ed, alg: 'HS256' }] },
      '"alg" is "HS256", which is not known.',
    ],
    [
      'a key of another kind than it says',
      { issuer, keys: [{ ...ed, alg: 'ES256' }] },
      'Entry 1 of "keys" is not a public ES256 key. It has kty: EC, crv: P-256, x and y',
    ],
    [
      'a key without its second half of the point',
      { issuer, keys: [{ ...ec, y: undefined }] },
      'Entry 1 of "keys" is not a public ES256 key.',
    ],
    [
      'two keys of one name',
      { issuer, keys: [ed, { ...ec, kid: ed?.kid }] },
      `"${ed?.kid}" is the name of two keys. Give each its own.`,
    ],
    ['a name with a path in it', { issuer, keys: [{ ...ed, kid: '../key' }] }, '"kid" is "../key".'],
    ['an RSA key that is too short', { issuer, keys: [{ ...rsa, n: 'u'.repeat(171) }] }, '2048 bits are the least.'],
    [
      'an RSA key that is a bit too short',
      { issuer, keys: [{ ...rsa, n: `A${'u'.repeat(341)}` }] },
      '2048 bits are the least.',
    ],
  ])('are refused, and the problem says how to mend it: %s', async (_, written, problem) => {
    const lines = await said(written);
    expect(lines.some((line) => line.startsWith('brand.yaml:16: ') && line.includes(problem))).toBe(true);
  });

  test('are refused with their private half, which is not said again in the problem', async () => {
    const [key] = newBrandKeys('own');
    const secret = key?.own.export({ format: 'jwk' }) as { d: string };
    const lines = await said({ issuer, keys: [{ ...key?.known, d: secret.d }] });
    expect(lines.some((line) => line.includes('"d" is of the private half of a key.'))).toBe(true);
    expect(lines.join()).not.toContain(secret.d.slice(0, 10));
  });
});
