import type { BrandFace } from '#contract/capabilities.ts';
import type { PublishedNotice } from '#contract/notice.ts';
import type { Language } from '#contract/primitives.ts';
import { SignIn } from '#contract/sign-in.ts';
import { canonical, digest } from '#rules/chain.ts';
import { assembleNotice } from './assemble-notice.ts';
import { authored, languageFile } from './authoring.ts';
import { checkBrand } from './check-brand.ts';
import { checkNotice } from './check-notice.ts';
import { checkShape, type Shape } from './check-shape.ts';
import { checkWords } from './check-words.ts';
import { nearest } from './did-you-mean.ts';
import { readLogo } from './logo.ts';
import { partsOfNotice } from './notice-parts.ts';
import { sortProblems, type Problem } from './problem.ts';
import { themeOf } from './tokens.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A notice in one language with the hash of its version; it lacks only the moment of its publication. */
export type EditedNotice = Omit<PublishedNotice, 'publishedAt'>;

/** A brand as its files say it: checked, put together, ready to be served or published. */
export interface LoadedBrand {
  readonly face: BrandFace;
  /** One version of the notice, by language. All carry the hash of the first language. */
  readonly notices: Readonly<Record<Language, EditedNotice>>;
  /** How the brand signs its customers in; null = by no token. */
  readonly signIn: SignIn | null;
  /** Countries, and states of them, whose law applies: "GB", "US-CA". */
  readonly jurisdictions: readonly string[];
  /** The made-up customers, the default first; null for a real brand. */
  readonly demo: { readonly personas: readonly string[] } | null;
  /** The sites that may frame the center; empty = none. */
  readonly frameAncestors: readonly string[];
  /** What was corrected without being wrong, such as a colour that was hard to read. */
  readonly notes: readonly Problem[];
  /** Where notice.yaml says its version, for those who must refuse it. */
  readonly versionLine: number;
}

export type BrandLoading =
  | { readonly ok: true; readonly brand: LoadedBrand }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const once = ['brand.yaml', 'notice.yaml', 'theme.yaml'] as const;

/** The schema of each file, by its path. */
const schemaOf = (path: string) => {
  if (path === 'brand.yaml') return authored.brand;
  if (path === 'notice.yaml') return authored.notice;
  if (path === 'theme.yaml') return authored.theme;
  return path.startsWith('languages/') ? authored.language : null;
};

const strayMend = (path: string): string => {
  const meant = nearest(path, once);
  return meant
    ? `Did you mean ${meant}?`
    : `A brand has ${once.join(', ')} and languages/<tag>.yaml. Move or remove it.`;
};

interface Read {
  readonly file: YamlFile;
  readonly shape: Shape;
}

/**
 * Loads a brand from the texts of its files, by path inside its folder ("notice.yaml", "languages/en-GB.yaml"; what is
 * not YAML or logo.svg is left alone). Either the whole brand, or every problem there is, by file and line: nothing
 * half-loads, and whoever asked keeps the last good version in force. Pure; a promise only because hashing is one.
 */
export const loadBrand = async (files: Readonly<Record<string, string>>): Promise<BrandLoading> => {
  const problems: Problem[] = [];
  const read = new Map<string, Read>();
  const paths = Object.keys(files).filter((path) => /\.ya?ml$/.test(path) && !path.startsWith('demo/'));
  for (const path of paths) {
    const schema = schemaOf(path);
    if (!schema) {
      problems.push({ file: path, line: 1, message: `A brand has no file of this name. ${strayMend(path)}` });
      continue;
    }
    const file = readYaml(path, files[path] ?? '');
    const shape = file.value === undefined ? { problems: file.problems, broken: [[]] } : checkShape(file, schema);
    problems.push(...shape.problems);
    read.set(path, { file, shape });
  }
  for (const path of once)
    if (!read.has(path))
      problems.push({ file: path, line: 1, message: `There is no ${path}. Add it as docs/brand-files.md shows.` });

  const block = (path: string): Readonly<Record<string, unknown>> | undefined => {
    const found = read.get(path)?.file.value;
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? { ...found } : undefined;
  };
  const brand = read.get('brand.yaml');
  const jurisdictions = block('brand.yaml')?.jurisdictions;
  if (brand) problems.push(...checkBrand(brand.file, paths));

  const notice = read.get('notice.yaml');
  if (notice) {
    const { broken } = notice.shape;
    const draft = block('notice.yaml');
    const parts = partsOfNotice(draft, broken);
    const places = Array.isArray(jurisdictions) ? jurisdictions.map(String) : [];
    const wrong = draft ? checkNotice(notice.file, parts, broken, places) : [];
    problems.push(...wrong);
    const settled = wrong.length === 0 && notice.shape.problems.length === 0;
    const rights = Array.isArray(draft?.['rights']) ? draft['rights'].map(String) : null;
    // Without the lists of a notice, every word would seem to be left over.
    if (rights && Array.isArray(draft?.['recipients']) && Array.isArray(draft['categories']))
      for (const [path, { file }] of read)
        if (path.startsWith('languages/')) problems.push(...checkWords(file, parts, rights, settled));
  }

  const logo = files['logo.svg'] === undefined ? null : readLogo('logo.svg', files['logo.svg']);
  problems.push(...(logo?.problems ?? []));
  if (problems.length > 0) return { ok: false, problems: sortProblems(problems) };
  return { ok: true, brand: await assemble(read, logo?.uri ?? null) };
};

/** Puts a brand together whose files have no problem, so that each is what its schema says. */
const assemble = async (read: ReadonlyMap<string, Read>, logo: string | null): Promise<LoadedBrand> => {
  const valueOf = (path: string): unknown => read.get(path)?.file.value;
  const brand = authored.brand.parse(valueOf('brand.yaml'));
  const bones = authored.notice.parse(valueOf('notice.yaml'));
  const inLanguages = brand.languages.map((language) =>
    assembleNotice(brand, bones, authored.language.parse(valueOf(languageFile(language))), language),
  );
  const hash = await digest(canonical(inLanguages[0]));
  const { theme, note } = themeOf(authored.theme.parse(valueOf('theme.yaml')));
  const themeLine = read.get('theme.yaml')?.file.lineOf(['accent']) ?? 1;
  return {
    face: {
      id: brand.id,
      name: brand.name,
      languages: brand.languages,
      zone: brand.zone,
      currency: brand.currency,
      theme,
      logo,
      signInUrl: brand.signInUrl ?? null,
    },
    notices: Object.fromEntries(inLanguages.map((notice) => [notice.language, { notice, hash }])),
    signIn: brand.signIn ? SignIn.parse(brand.signIn) : null,
    jurisdictions: brand.jurisdictions,
    demo: brand.demo ?? null,
    frameAncestors: brand.frameAncestors ?? [],
    notes: note === null ? [] : [{ file: 'theme.yaml', line: themeLine, message: note }],
    versionLine: read.get('notice.yaml')?.file.lineOf(['version']) ?? 1,
  };
};
