const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Which way a language is read: the page's `dir`. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** Languages that nobody speaks: en-XA finds what does not stretch, ar-XB what does not turn round. */
const pseudoLanguages = ['en-XA', 'ar-XB'] as const;
export type PseudoLanguage = (typeof pseudoLanguages)[number];

export const isPseudo = (language: string): language is PseudoLanguage =>
  (pseudoLanguages as readonly string[]).includes(language);

/** Intl knows no made-up languages: their dates and numbers are written as in British English, day first. */
export const realLanguage = (language: string): string => (isPseudo(language) ? 'en-GB' : language);
