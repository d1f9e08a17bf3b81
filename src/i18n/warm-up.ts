import { i18n } from './i18n.ts';

/**
 * What a browser makes ready of a language when it is first used, and takes long for: a piece at a time, so that no
 * part of a page has to wait for all of it.
 */
export function warmUp(): readonly (() => unknown)[] {
  const language = i18n.locales ?? i18n.locale;
  return [
    () => new Intl.PluralRules(language).select(1),
    () => new Intl.ListFormat(language).format([]),
    () => new Intl.NumberFormat(language).format(1),
    () => new Intl.DateTimeFormat(language, { month: 'long' }).format(0),
  ];
}
