import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BrandFace } from '#contract/capabilities.ts';
import { Notice } from '#contract/notice.ts';
import { canonical, digest } from '#rules/chain.ts';
import { brandFiles, withChange } from '#tests/brand-files.ts';
import { loadBrand, type LoadedBrand } from './load-brand.ts';
import { problemLine } from './problem.ts';

const loaded = async (files: Readonly<Record<string, string>>): Promise<LoadedBrand> => {
  const result = await loadBrand(files);
  if (!result.ok) throw new Error(result.problems.map(problemLine).join('\n'));
  return result.brand;
};

const useOf = (brand: LoadedBrand, id: string) =>
  brand.notices['en-GB']?.notice.categories.flatMap((category) => category.uses).find((use) => use.id === id);

describe('A brand without mistakes', () => {
  test('loads whole: face, one notice a language, personas, and who may frame it', async () => {
    const brand = await loaded(brandFiles);
    expect(brand.face).toMatchObject({
      id: 'plain-shop',
      languages: ['en-GB', 'cy'],
      currency: 'GBP',
      signInUrl: null,
    });
    expect(BrandFace.safeParse(brand.face).error).toBeUndefined();
    expect(Object.keys(brand.notices)).toEqual(['en-GB', 'cy']);
    for (const { notice } of Object.values(brand.notices)) expect(Notice.safeParse(notice).error).toBeUndefined();
    expect(brand.demo).toEqual({ personas: ['maya', 'noor'] });
    expect(brand.frameAncestors).toEqual(['https://www.plainshop.example']);
    expect(brand.jurisdictions).toEqual(['GB']);
    expect(brand.notes).toEqual([]);
    expect(brand.versionLine).toBe(1);
  });

  test('carries the hash of its first language in every language', async () => {
    const files = withChange(
      'languages/cy.yaml',
      'intro: See what we hold, and decide.',
      'intro: Gweld a phenderfynu.',
    );
    const { notices } = await loaded(files);
    expect(notices['cy']?.notice.intro).toBe('Gweld a phenderfynu.');
    expect(notices['cy']?.hash).toBe(await digest(canonical(notices['en-GB']?.notice)));
    expect(notices['en-GB']?.hash).toBe(notices['cy']?.hash);
  });

  test('gets another hash by one changed word', async () => {
    const before = await loaded(brandFiles);
    const after = await loaded(withChange('languages/en-GB.yaml', 'benefit: A shortlist.', 'benefit: A longer list.'));
    expect(after.notices['en-GB']?.hash).not.toBe(before.notices['en-GB']?.hash);
  });

  test('derives what nobody writes: items of a use, lengths of time, what turning on takes', async () => {
    const brand = await loaded(brandFiles);
    expect(useOf(brand, 'orders.picks')).toMatchObject({
      items: ['order', 'note'],
      recipients: [],
      retention: 'P24M',
      lasts: 'P2Y',
      whenOff: { collection: 'continues', holding: 'kept', until: 'P1Y' },
      grant: 'press',
      automated: { logic: 'We compare orders.', effects: 'You see other things.' },
    });
    expect(useOf(brand, 'orders.sale')).toMatchObject({ grant: 'two_steps', retention: 'P4W', signals: ['sale'] });
    expect(useOf(brand, 'sight.lenses')).toMatchObject({
      grant: 'words',
      whenOff: { holding: 'deleted', until: null },
    });
    expect(useOf(brand, 'orders.deliver')).toMatchObject({ whenOff: { text: 'We cannot deliver.', holding: 'kept' } });
  });

  test('puts the named interest or law behind the sentence of its basis', async () => {
    const brand = await loaded(brandFiles);
    expect(useOf(brand, 'orders.trends')?.basisText).toBe('On unless you object. We want pages that work.');
    expect(useOf(brand, 'orders.taxes')?.basisText).toBe('The law asks for it. The VAT Act asks for six years.');
    expect(useOf(brand, 'orders.picks')?.basisText).toBe('Only if you say yes.');
  });

  test('tells how data is protected that leaves the law’s area, and only then', async () => {
    const recipients = (await loaded(brandFiles)).notices['en-GB']?.notice.recipients;
    expect(recipients?.map((one) => one.transfer)).toEqual([
      null,
      { safeguard: 'They are certified.', copyAt: 'https://www.plainshop.example/safeguards' },
      null,
    ]);
  });

  test('says in a note that a colour was corrected, and loads', async () => {
    const brand = await loaded(withChange('theme.yaml', '#005b82', '#ffd000'));
    expect(brand.notes.map(problemLine)).toEqual([
      expect.stringMatching(
        /^theme\.yaml:1: accent "#ffd000" would be hard to read on a light page\. It is shown darker/,
      ),
    ]);
  });

  test('may leave out logo, demo and frames', async () => {
    const files = { ...withChange('brand.yaml', 'demo: { personas: [maya, noor] }\n', '') };
    delete files['logo.svg'];
    const brand = await loaded(files);
    expect(brand.face.logo).toBeNull();
    expect(brand.demo).toBeNull();
  });

  test('may have other files beside it: readme, generator of its demo', async () => {
    const brand = await loaded({
      ...brandFiles,
      'README.md': '# Us',
      'demo/customer.ts': 'export {}',
      'demo/x.yaml': '{',
    });
    expect(brand.face.id).toBe('plain-shop');
  });
});

test('Halden & Row, the retailer that comes with the project, loads without a problem or a correction', async () => {
  const root = 'brands/halden-row/';
  const files = globSync(`${root}**/*.{yaml,yml,svg}`).map((path) => path.replaceAll('\\', '/'));
  const brand = await loaded(
    Object.fromEntries(files.map((path) => [path.slice(root.length), readFileSync(path, 'utf8')])),
  );
  expect(brand.face.id).toBe('halden-row');
  expect(brand.notes).toEqual([]);
  for (const { notice } of Object.values(brand.notices)) expect(Notice.safeParse(notice).error).toBeUndefined();
});
