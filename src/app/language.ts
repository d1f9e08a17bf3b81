import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Language } from '#contract/primitives.ts';
import { capabilitiesQuery } from '#data/use-capabilities.ts';
import { noticeQuery } from '#data/use-notice.ts';
import { activate, i18n } from '#i18n/i18n.ts';
import { languageCookie, nearestLanguage, wantedLanguage } from '#i18n/wanted-language.ts';

/** The language that this customer wants, as this browser knows it. */
export const languageHere = (address: URL): Language =>
  wantedLanguage({ address, cookies: cookiesHere(), browser: navigator.language });

function cookiesHere(): string {
  try {
    return document.cookie;
  } catch {
    return '';
  }
}

/**
 * Settles which language the page speaks, once it is known which the brand speaks. The notice that was asked for on a
 * guess is kept where it came in that language, so that it is not asked for twice.
 */
export const languageQuery = (client: QueryClient, backend: Backend, guess: Language) =>
  queryOptions({
    queryKey: ['language'],
    queryFn: async () => {
      const { brand } = await client.fetchQuery(capabilitiesQuery(backend));
      const language = nearestLanguage(guess, brand.languages);
      if (language === i18n.locale) return language;
      const guessed = await client.fetchQuery(noticeQuery(backend, guess));
      if (guessed.notice.language === language) client.setQueryData(noticeQuery(backend, language).queryKey, guessed);
      await activate(language);
      return language;
    },
  });

/** Speaks another language from now on, when its words and the notice in it are here, and remembers that. */
export async function speak(client: QueryClient, backend: Backend, language: Language): Promise<void> {
  await client.ensureQueryData(noticeQuery(backend, language));
  await activate(language);
  try {
    document.cookie = languageCookie(language);
  } catch {
    // Where cookies are blocked, the choice lasts as long as the page.
  }
}
