import type { Messages } from '@lingui/core';
import { isPseudo } from './language.ts';

const source = 'en';
const files = import.meta.glob<{ messages: Messages }>('./locales/*.po');

/** The catalog for a language tag: its own, else that of the language without its region, else English. */
export function catalogFor(language: string, available = Object.keys(files)): string {
  const [base = source] = language.split('-');
  const has = (tag: string): boolean => available.includes(`./locales/${tag}.po`);
  return isPseudo(language) ? source : ([language, base].find(has) ?? source);
}

/** The app's words in a language, fetched when first asked for. Made-up languages are made from English. */
export async function loadCatalog(language: string): Promise<Messages> {
  const load = files[`./locales/${catalogFor(language)}.po`];
  if (!load)
    throw new Error(`No words for "${language}": src/i18n/locales/${source}.po is missing; run lingui extract.`);
  const { messages } = await load();
  if (!isPseudo(language)) return messages;
  const { disguiseCatalog } = await import('./pseudo.ts');
  return disguiseCatalog(messages, language);
}
