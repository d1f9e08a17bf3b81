import { setupI18n } from '@lingui/core';
import { loadCatalog } from './catalogs.ts';
import { realLanguage } from './language.ts';

/** The one instance whose language the whole page speaks. The app hands it to lingui's I18nProvider. */
export const i18n = setupI18n();

/** Fetches the words of a language and speaks it from then on. Any BCP 47 tag; what has no words is spoken in English. */
export async function activate(language: string): Promise<void> {
  const messages = await loadCatalog(language);
  i18n.loadAndActivate({ locale: language, locales: realLanguage(language), messages });
}
