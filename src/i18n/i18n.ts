import { setupI18n, type Messages } from '@lingui/core';
import { loadCatalog, type WordsOf } from './catalogs.ts';
import { realLanguage } from './language.ts';

/** The one instance whose language the whole page speaks. The app hands it to lingui's I18nProvider. */
export const i18n = setupI18n();

/** The parts of the page that are here, or on their way: whatever language is spoken, it needs their words. */
const parts = new Set<WordsOf>(['page']);

/** Fetches the words of a language and speaks it from then on. Any BCP 47 tag; what has no words is spoken in English. */
export async function activate(language: string): Promise<void> {
  let asked: readonly WordsOf[];
  let catalogs: readonly Messages[];
  // A part may be asked for while the words are on their way.
  do {
    asked = [...parts];
    // oxlint-disable-next-line no-await-in-loop
    catalogs = await Promise.all(asked.map((part) => loadCatalog(language, part)));
  } while (asked.length < parts.size);
  const messages: Messages = Object.assign({}, ...catalogs);
  i18n.loadAndActivate({ locale: language, locales: realLanguage(language), messages });
}

/** Fetches the words of a part that comes late, in the language now spoken; every later language has them, too. */
export async function addWords(part: WordsOf): Promise<void> {
  parts.add(part);
  const language = i18n.locale;
  i18n.load(language, await loadCatalog(language, part));
}
