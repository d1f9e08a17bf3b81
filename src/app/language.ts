import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Language } from '#contract/primitives.ts';
import { capabilitiesQuery } from '#data/use-capabilities.ts';
import { noticeQuery } from '#data/use-notice.ts';
import { activate, i18n } from '#i18n/i18n.ts';
import { isPseudo } from '#i18n/language.ts';

const kept = 'evenhand/language';

/** The language that this customer wants: of the address, else chosen before, else their browser's. */
export function wantedLanguage(address: URL): Language {
  const asked = address.searchParams.get('lang') ?? readKept() ?? navigator.language;
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(asked) ? asked : 'en';
}

function readKept(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}

const base = (language: Language): string | undefined => language.split('-')[0];

/** Of the languages a brand speaks, the one nearest to what is wanted: itself, the same in another region, the first. */
export function nearestLanguage(wanted: Language, spoken: readonly Language[]): Language {
  if (isPseudo(wanted)) return wanted;
  return (
    spoken.find((one) => one === wanted) ?? spoken.find((one) => base(one) === base(wanted)) ?? spoken[0] ?? wanted
  );
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
    localStorage.setItem(kept, language);
  } catch {
    // Where storage is blocked, the choice lasts as long as the page.
  }
}
