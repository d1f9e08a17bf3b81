import type { I18n, MessageDescriptor } from '@lingui/core';
import type { Message } from '#contract/primitives.ts';
import { formatsIn, type Formats } from './formats.ts';
import { realLanguage } from './language.ts';

/** What a message of the notice may be filled with. Money is in major units. */
export type MessageValues = Readonly<Record<string, string | number | null | undefined>>;

/** Everything the app needs to speak one language about one brand: words, the notice's messages, formats. */
export interface Voice extends Formats {
  readonly language: string;
  /** The app's own words. */
  readonly say: (words: MessageDescriptor) => string;
  /** A message of the notice, filled with values. `currency` is what `{x, number, money}` is written in. */
  readonly compose: (message: Message, values: MessageValues, currency?: string) => string;
}

/** No catalog has this entry, so that what is given with it is always taken. */
const noEntry = '\u0000';

const voices = new WeakMap<I18n, Map<string, Voice>>();

/** The voice of the language that `i18n` has active, always the same one; `zone` is the brand's time zone. */
export function voiceOf(i18n: I18n, zone: string): Voice {
  const known = voices.get(i18n) ?? new Map<string, Voice>();
  const key = `${i18n.locale} ${zone}`;
  const voice = known.get(key) ?? makeVoice(i18n, zone);
  voices.set(i18n, known.set(key, voice));
  return voice;
}

function makeVoice(i18n: I18n, zone: string): Voice {
  const language = i18n.locale;
  const long: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone };
  const month: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone: zone };
  const dates = { date: long, day: long, long, full: long, default: long, medium: long, month };
  return {
    ...formatsIn(realLanguage(language), zone),
    language,
    say: (words) => i18n._(words),
    compose: (message, values, currency = 'XXX') => {
      if (typeof message === 'string') return message;
      const money: Intl.NumberFormatOptions = { style: 'currency', currency };
      // Lingui takes the compiled form wherever it takes a message; its type names only the text it came from.
      const text = i18n._(noEntry, values, {
        message: message as unknown as string,
        formats: { ...dates, money, currency: money },
      });
      // A day and its month stay on one line, as in `date`.
      return text.replace(/(\d{1,2}) (\p{L}+ \d{4})/gu, '$1\u00a0$2');
    },
  };
}
