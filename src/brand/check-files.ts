import { partsOfAbout } from './about-parts.ts';
import { checkAboutWords } from './check-about-words.ts';
import { checkAbout } from './check-about.ts';
import { checkBrand } from './check-brand.ts';
import { checkNotice } from './check-notice.ts';
import type { Shape } from './check-shape.ts';
import { checkWords } from './check-words.ts';
import { partsOfNotice, type NoticeParts, type Say } from './notice-parts.ts';
import type { Problem } from './problem.ts';
import { isBlock, type Bones } from './word-blocks.ts';
import type { YamlFile } from './yaml-file.ts';

/** What a brand may leave out: what it says beside its notice. */
export const aboutFile = 'about.yaml';

/** A file as read, with what was wrong in its shape. */
export interface Read {
  readonly file: YamlFile;
  readonly shape: Shape;
}

const sayIn =
  (file: YamlFile, problems: Problem[]): Say =>
  (path, message) =>
    problems.push({ file: file.name, line: file.lineOf(path), message });

const blockOf = (one: Read | undefined): Readonly<Record<string, unknown>> | undefined =>
  isBlock(one?.file.value) ? one.file.value : undefined;

/** What is said beside the notice, against the notice, and its words in every language. */
const checkBeside = (read: ReadonlyMap<string, Read>, notice: NoticeParts, noticeSettled: boolean): Problem[] => {
  const problems: Problem[] = [];
  const about = read.get(aboutFile);
  const bones = blockOf(about);
  // What is there and cannot be read was said already; its words are left alone until it can.
  if (about && !bones) return problems;
  const parts = about && bones ? partsOfAbout(bones, about.shape.broken) : null;
  if (about && parts) checkAbout(parts, notice, noticeSettled, sayIn(about.file, problems));
  const settled = noticeSettled && problems.length === 0 && !about?.shape.problems.length;
  const of: Bones = { file: aboutFile, settled };
  for (const [path, one] of read)
    if (path.startsWith('languages/') && blockOf(one))
      checkAboutWords(blockOf(one)?.['about'], parts, notice, sayIn(one.file, problems), of);
  return problems;
};

/** What no file can say by itself: that each names only what another has, and that every word has its place. */
export const checkFiles = (read: ReadonlyMap<string, Read>, paths: readonly string[]): Problem[] => {
  const problems: Problem[] = [];
  const brand = read.get('brand.yaml');
  if (brand) problems.push(...checkBrand(brand.file, paths));
  const notice = read.get('notice.yaml');
  if (!notice) return problems;

  const draft = blockOf(notice);
  const parts = partsOfNotice(draft, notice.shape.broken);
  const places = blockOf(brand)?.['jurisdictions'];
  const jurisdictions = Array.isArray(places) ? places.map(String) : [];
  const wrong = draft ? checkNotice(notice.file, parts, notice.shape.broken, jurisdictions) : [];
  problems.push(...wrong);
  const settled = wrong.length === 0 && notice.shape.problems.length === 0;
  const rights = Array.isArray(draft?.['rights']) ? draft['rights'].map(String) : null;
  // Without the lists of a notice, every word would seem to be left over.
  if (!rights || !Array.isArray(draft?.['recipients']) || !Array.isArray(draft['categories'])) return problems;
  for (const [path, { file }] of read)
    if (path.startsWith('languages/')) problems.push(...checkWords(file, parts, rights, settled));
  problems.push(...checkBeside(read, parts, settled));
  return problems;
};
