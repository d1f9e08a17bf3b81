import type { Messages } from '@lingui/core';
import type { CompiledMessage, CompiledMessageToken } from '@lingui/message-utils/compileMessage';
import type { PseudoLanguage } from './language.ts';

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ô',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
};

/** Short words grow by more than long ones do, as they do between real languages. */
const filler = (length: number): string => {
  const more = Math.ceil(length * (length <= 10 ? 1 : length <= 30 ? 0.6 : 0.35));
  return ` ${'~'.repeat(more)}`.replace(/~{7}(?=~)/g, '$& ');
};

const outsideTags = (text: string, change: (part: string) => string): string =>
  text.replace(/<\/?b>|[^<]+|</g, (part) => (/^<\/?b>$/.test(part) ? part : change(part)));

const longer = (text: string): string => {
  const words = outsideTags(text, (part) => part.replace(/[a-z]/g, (letter) => accented[letter] ?? letter));
  const end = words.trimEnd();
  return /[a-z]{2}/i.test(text) ? `${end}${filler(text.length)}${words.slice(end.length)}` : words;
};

/** U+202E turns the letters round, U+202C ends it: English that reads from right to left. */
const turned = (text: string): string =>
  outsideTags(text, (part) => part.replace(/[A-Za-z][A-Za-z'’-]*/g, (word) => `\u202E${word}\u202C`));

/** Text as it would look in a made-up language: en-XA is accented and long, ar-XB reads from right to left. */
export const disguise = (text: string, language: PseudoLanguage): string =>
  language === 'en-XA' ? longer(text) : turned(text);

function disguiseToken(token: CompiledMessageToken, language: PseudoLanguage): CompiledMessageToken {
  if (typeof token === 'string') return token === '#' ? token : disguise(token, language);
  const [name, type, format] = token;
  if (type !== 'plural' && type !== 'select' && type !== 'selectordinal') return token;
  const cases = Object.entries(format as Record<string, unknown>).map(([key, value]) => [
    key,
    Array.isArray(value) ? disguiseMessage(value as CompiledMessage, language) : value,
  ]);
  return [name, type, Object.fromEntries(cases)];
}

/** A compiled message in a made-up language; its values stay as they are. */
export const disguiseMessage = (message: CompiledMessage, language: PseudoLanguage): CompiledMessage =>
  message.map((token) => disguiseToken(token, language));

/** A whole catalog in a made-up language. */
export const disguiseCatalog = (messages: Messages, language: PseudoLanguage): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [
      id,
      typeof message === 'string' ? disguise(message, language) : disguiseMessage(message, language),
    ]),
  );
