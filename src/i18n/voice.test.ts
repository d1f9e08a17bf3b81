import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { catalogFor } from './catalogs.ts';
import { directionOf, isPseudo } from './language.ts';
import { disguise, disguiseMessage } from './pseudo.ts';
import { voiceOf } from './voice.ts';

const i18n = setupI18n({ locale: 'en-GB', messages: { 'en-GB': { hello: ['Hello ', ['name']] } } });
const voice = voiceOf(i18n, 'Europe/London');
const compose = (message: string, values: Parameters<typeof voice.compose>[1]): string =>
  voice.compose(compileMessage(message), values, 'GBP').replaceAll('\u00a0', ' ');

test('the app’s own words come from the catalog of the language', () => {
  expect(voice.say({ id: 'hello', values: { name: 'Maya' } })).toBe('Hello Maya');
});

test('a message of the notice is filled with numbers, money and dates of the brand', () => {
  expect(compose('{count, plural, one {# order} other {# orders}}', { count: 1204 })).toBe('1,204 orders');
  expect(compose('{amount, number, money} off', { amount: 28.7 })).toBe('£28.70 off');
  expect(compose('since {oldest, date, month}', { oldest: '2023-12-31T23:30:00.000Z' })).toBe('since December 2023');
  expect(compose('on {newest, date, long}', { newest: '2026-07-06T22:30:00.000Z' })).toBe('on 6 July 2026');
});

test('a message that is complete is said as it stands, braces and all', () => {
  expect(voice.compose('Off {as} it stands', {})).toBe('Off {as} it stands');
});

test('a message of the notice is never mistaken for the app’s own words', () => {
  const trap = setupI18n({ locale: 'en', messages: { en: { '': 'the header of a catalog' } } });
  expect(voiceOf(trap, 'UTC').compose(['Shoe ', ['shoe']], { shoe: '39' })).toBe('Shoe 39');
});

test('one language and zone have one voice', () => {
  expect(voiceOf(i18n, 'Europe/London')).toBe(voice);
  expect(voiceOf(i18n, 'UTC')).not.toBe(voice);
});

test('a language without words of its own is spoken in those of its base, else in English', () => {
  const has = ['./locales/en/page.po', './locales/de/page.po', './locales/pt-BR/page.po'];
  expect(catalogFor('de-AT', has)).toBe('de');
  expect(catalogFor('pt-BR', has)).toBe('pt-BR');
  expect(catalogFor('fr', has)).toBe('en');
  expect(catalogFor('ar-XB', has)).toBe('en');
});

test('languages read from right to left are known', () => {
  expect(['ar', 'he-IL', 'ar-XB', 'fa'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
  expect(['en-GB', 'de', 'en-XA'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr']);
  expect([isPseudo('en-XA'), isPseudo('en')]).toEqual([true, false]);
});

test('a made-up language is longer or turned, and keeps values, marks and plural rules', () => {
  expect(disguise('Off', 'en-XA')).toBe('Oƒƒ ~~~');
  expect(disguise('<b>Off</b>', 'ar-XB')).toBe('<b>\u202EOff\u202C</b>');
  const message = compileMessage('{count, plural, one {# order} other {# orders}} of {name}');
  for (const language of ['en-XA', 'ar-XB'] as const) {
    const said = voice.compose(disguiseMessage(message, language), { count: 3, name: 'Maya' });
    expect(said).toMatch(/^3 .+Maya$/);
    expect(said).not.toContain('orders of');
  }
});

test.each(['en-XA', 'ar-XB'])('made-up words of %s stand around dates with the day first', (language) => {
  const made = voiceOf(setupI18n({ locale: language, messages: { [language]: {} } }), 'Europe/London');
  expect(made.date('2026-11-22').replaceAll('\u00a0', ' ')).toBe('22 November 2026');
});
