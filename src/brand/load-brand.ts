import type { About } from '#contract/about.ts';
import type { BrandFace } from '#contract/capabilities.ts';
import type { PublishedNotice } from '#contract/notice.ts';
import type { Language } from '#contract/primitives.ts';
import { SignIn } from '#contract/sign-in.ts';
import { canonical, digest } from '#rules/chain.ts';
import { assembleAbout } from './assemble-about.ts';
import { assembleNotice } from './assemble-notice.ts';
import { authored, languageFile } from './authoring.ts';
import { aboutFile, checkFiles, type Read } from './check-files.ts';
import { checkShape } from './check-shape.ts';
import { nearest } from './did-you-mean.ts';
import { readLogo } from './logo.ts';
import { sortProblems, type Problem } from './problem.ts';
import { themeOf } from './tokens.ts';
import { readYaml } from './yaml-file.ts';

/** A notice in one language with the hash of its version; it lacks only the moment of its publication. */
export type EditedNotice = Omit<PublishedNotice, 'publishedAt'>;

/** A brand as its files say it: checked, put together, ready to be served or published. */
export interface LoadedBrand {
  readonly face: BrandFace;
  /** One version of the notice, by language. All carry the hash of the first language. */
  readonly notices: Readonly<Record<Language, EditedNotice>>;
  /** How the brand signs its customers in; null = by no token. */
  readonly signIn: SignIn | null;
  /** What the brand says beside its notice, by language; without about.yaml it is empty. */
  readonly about: Readonly<Record<Language, About>>;
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
  if (path === aboutFile) return authored.about;
  return path.startsWith('languages/') ? authored.language : null;
};

const strayMend = (path: string): string => {
  const meant = nearest(path, [...once, aboutFile]);
  return meant
    ? `Did you mean ${meant}?`
    : `A brand has ${once.join(', ')} and languages/<tag>.yaml, and may have ${aboutFile}. Move or remove it.`;
};

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

  problems.push(...checkFiles(read, paths));
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
  const spoken = brand.languages.map((language) => ({
    language,
    words: authored.language.parse(valueOf(languageFile(language))),
  }));
  const inLanguages = spoken.map(({ language, words }) => assembleNotice(brand, bones, words, language));
  const beside = read.has(aboutFile) ? authored.about.parse(valueOf(aboutFile)) : null;
  const about = spoken.flatMap(({ language, words }) =>
    beside && words.about ? [[language, assembleAbout(beside, bones, words.about)] as const] : [],
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
    about: Object.fromEntries(about),
    signIn: brand.signIn ? SignIn.parse(brand.signIn) : null,
    jurisdictions: brand.jurisdictions,
    demo: brand.demo ?? null,
    frameAncestors: brand.frameAncestors ?? [],
    notes: note === null ? [] : [{ file: 'theme.yaml', line: themeLine, message: note }],
    versionLine: read.get('notice.yaml')?.file.lineOf(['version']) ?? 1,
  };
};
