import type { Language } from '#contract/primitives.ts';
import { isPseudo } from './language.ts';

/** What is known of a customer's language, on the server as in the browser. */
export interface LanguageHints {
  readonly address: URL;
  /** The cookies of this site, as the browser sends them. */
  readonly cookies: string;
  /** What the browser itself speaks: a tag, or the list of an `Accept-Language` header. */
  readonly browser: string;
}

/**
 * Where a chosen language is remembered: in a cookie of our own, so that the server draws the page in it. It says
 * nothing else, and is set only by whoever chooses. No brand's session is called so, for no brand has a "_" in its id.
 */
const cookie = 'evenhand_language';

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The language that is wanted: of the address, else the one chosen before, else the browser's. */
export function wantedLanguage({ address, cookies, browser }: LanguageHints): Language {
  const kept = cookies.split(/;\s*/).find((one) => one.startsWith(`${cookie}=`));
  const asked =
    address.searchParams.get('lang') ?? kept?.slice(cookie.length + 1) ?? /^[^,;]*/.exec(browser)?.[0] ?? '';
  return tag.test(asked) ? asked : 'en';
}

/** The cookie that remembers a language for a year, as a page sets it. */
export const languageCookie = (language: Language): string =>
  `${cookie}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;

const base = (language: Language): string | undefined => language.split('-')[0];

/** Of the languages a brand speaks, the one nearest to what is wanted: itself, the same in another region, the first. */
export function nearestLanguage(wanted: Language, spoken: readonly Language[]): Language {
  if (isPseudo(wanted)) return wanted;
  return (
    spoken.find((one) => one === wanted) ?? spoken.find((one) => base(one) === base(wanted)) ?? spoken[0] ?? wanted
  );
}
