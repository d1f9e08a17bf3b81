import { expect, test } from 'vitest';
import type { PublishedNotice } from '#contract/notice.ts';
import { brandFiles, withChange } from '#tests/brand-files.ts';
import { loadBrand, type LoadedBrand } from './load-brand.ts';
import { problemLine } from './problem.ts';
import { publicationOf } from './publish.ts';

const load = async (files: Readonly<Record<string, string>> = brandFiles): Promise<LoadedBrand> => {
  const result = await loadBrand(files);
  if (!result.ok) throw new Error(result.problems.map(problemLine).join('\n'));
  return result.brand;
};

const stored = (brand: LoadedBrand): PublishedNotice[] =>
  Object.values(brand.notices).map((one) => ({ ...one, publishedAt: '2026-11-01T09:00:00.000Z' }));

const version = (to: number) => withChange('notice.yaml', 'version: 3', `version: ${to}`);
const otherWords = (file = 'languages/en-GB.yaml') =>
  withChange(file, 'benefit: A shortlist.', 'benefit: A longer list.');

test('The first version is new in all its languages', async () => {
  const brand = await load();
  expect(publicationOf([], brand)).toEqual({ kind: 'new', notices: Object.values(brand.notices) });
});

test('The same files again change nothing', async () => {
  const brand = await load();
  expect(publicationOf(stored(brand), await load())).toEqual({ kind: 'same' });
});

test('Another look of the brand needs no new version', async () => {
  const before = stored(await load());
  expect(publicationOf(before, await load(withChange('theme.yaml', 'radius: 8', 'radius: 4')))).toEqual({
    kind: 'same',
  });
});

test('Other words under a published version are refused, with the line and the number to write', async () => {
  const before = stored(await load());
  expect(publicationOf(before, await load(otherWords()))).toEqual({
    kind: 'refused',
    problem: {
      file: 'notice.yaml',
      line: 1,
      message: 'Version 3 is published already with other content in en-GB. Write version: 4.',
    },
  });
});

test('Other words in a translation are refused too, though the hash is that of the first language', async () => {
  const before = stored(await load());
  const after = await load(otherWords('languages/cy.yaml'));
  expect(after.notices['en-GB']?.hash).toBe(before[0]?.hash);
  expect(publicationOf(before, after)).toMatchObject({
    kind: 'refused',
    problem: { message: 'Version 3 is published already with other content in cy. Write version: 4.' },
  });
});

test('Other words under a higher version are new, and the old version is not touched', async () => {
  const before = stored(await load());
  const kept = structuredClone(before);
  const files = otherWords();
  const after = await load({ ...files, 'notice.yaml': version(4)['notice.yaml'] ?? '' });
  expect(publicationOf(before, after)).toEqual({ kind: 'new', notices: Object.values(after.notices) });
  expect(before).toEqual(kept);
});

test('An older version is refused, even one that was published once', async () => {
  const three = stored(await load());
  const four = stored(await load(version(4)));
  expect(publicationOf([...four, ...three], await load())).toMatchObject({
    kind: 'refused',
    problem: { line: 1, message: 'Version 4 is published already, and 3 is older. Write version: 5.' },
  });
});

test('A language can be added to a published version as long as the first language says the same', async () => {
  const [english] = stored(await load());
  if (!english) throw new Error('The fixture has no notice.');
  const brand = await load();
  expect(publicationOf([english], brand)).toEqual({ kind: 'new', notices: [brand.notices['cy']] });
});
