import type { Messages } from '@lingui/core';
import { isPseudo } from './language.ts';

/**
 * What the words belong to: the page as it first comes, a part of it that comes when it is asked for, or what only a
 * server says that draws it.
 */
export type WordsOf =
  | 'page'
  | 'card'
  | 'receipt'
  | 'visitor'
  | 'changes'
  | 'linked'
  | 'served'
  | 'held'
  | 'safety'
  | 'right_now'
  | 'deeds'
  | 'yourself'
  | 'expectation'
  | 'both_ways'
  | 'benefits'
  | 'concluded'
  | 'activity';

const source = 'en';

/** The words of one part in one language. */
export interface Catalog {
  readonly messages: Messages;
}

/** Where catalogs are. */
export type Catalogs = Readonly<Record<string, () => Promise<Catalog>>>;

const files: Catalogs = import.meta.glob<Catalog>('./locales/*/{page,card,visitor}.po');

/** The catalogs for a language tag: its own, else those of the language without its region, else English. */
export function catalogFor(language: string, available = Object.keys(files)): string {
  const [base = source] = language.split('-');
  const has = (tag: string): boolean => available.includes(`./locales/${tag}/page.po`);
  return isPseudo(language) ? source : ([language, base].find(has) ?? source);
}

/** Words of the app in a language, fetched when first asked for. Made-up languages are made from English. */
export async function loadCatalog(language: string, part: WordsOf): Promise<Messages> {
  const file = `./locales/${catalogFor(language)}/${part}.po`;
  const load = files[file] ?? (await import('./late-catalogs.ts')).lateCatalogs[file];
  if (!load) throw new Error(`No words for "${language}": src/i18n/${file.slice(2)} is missing; run lingui extract.`);
  const { messages } = await load();
  if (!isPseudo(language)) return messages;
  const { disguiseCatalog } = await import('./pseudo.ts');
  return disguiseCatalog(messages, language);
}
