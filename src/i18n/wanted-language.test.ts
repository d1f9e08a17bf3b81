import { describe, expect, test } from 'vitest';
import { languageCookie, nearestLanguage, wantedLanguage } from './wanted-language.ts';

describe('the language a brand answers in', () => {
  test.for([
    ['en-GB', ['en-GB', 'cy'], 'en-GB'],
    ['cy', ['en-GB', 'cy'], 'cy'],
    ['en-US', ['de', 'en-GB'], 'en-GB'],
    ['de-AT', ['en-GB', 'de-DE'], 'de-DE'],
    ['fr', ['en-GB', 'cy'], 'en-GB'],
    ['en-XA', ['en-GB'], 'en-XA'],
  ] as const)('%s, where a brand speaks %s, is %s', ([wanted, spoken, chosen]) => {
    expect(nearestLanguage(wanted, spoken)).toBe(chosen);
  });
});

const wanted = (search: string, cookies: string, browser: string): string =>
  wantedLanguage({ address: new URL(`https://privacy.example/${search}`), cookies, browser });

describe('the language that is wanted', () => {
  test('is that of the address, else the one chosen before, else the browser’s', () => {
    expect(wanted('?lang=cy', 'evenhand_language=de', 'fr')).toBe('cy');
    expect(wanted('', 'evenhand-language=secret; evenhand_language=de', 'fr')).toBe('de');
    expect(wanted('', 'evenhand-language=secret', 'fr-CH, fr;q=0.9, en;q=0.8')).toBe('fr-CH');
  });

  test('is English where nothing says a language', () => {
    for (const nothing of ['', '*', '"><script>', 'de; DROP']) expect(wanted('', '', nothing)).toMatch(/^(en|de)$/);
    expect(wanted('?lang=%22%3E', '', 'cy')).toBe('en');
  });

  test('is found again in the cookie that remembers it', () => {
    expect(wanted('', languageCookie('cy').split(';')[0] ?? '', 'fr')).toBe('cy');
  });
});
