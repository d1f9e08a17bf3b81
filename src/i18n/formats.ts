import type { Duration } from '#contract/primitives.ts';

/** How facts are written in one language, in the brand's time zone. Every date carries its year. */
export interface Formats {
  /** "3 May 2026", from an instant or a calendar day. */
  readonly date: (when: string) => string;
  /** "3 May 2026, 14:02" */
  readonly moment: (when: string) => string;
  /** "14:02" */
  readonly clock: (when: string) => string;
  /** "May" for month 5 of a year. */
  readonly month: (month: number, width: 'long' | 'short' | 'narrow') => string;
  /** "1,204" */
  readonly number: (value: number) => string;
  /** "£41.20", from minor units. */
  readonly money: (minor: number, currency: string) => string;
  /** "6 years" */
  readonly duration: (duration: Duration) => string;
  /** "Delivery, offers and ads" */
  readonly list: (parts: readonly string[]) => string;
  /** "Germany", from "DE". */
  readonly country: (code: string) => string;
}

const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** A calendar day has no time of day: it is read at noon UTC and written in UTC, so that no zone can shift it. */
const isDay = (when: string): boolean => when.length === 10;

/** Major units, for those who write money themselves: minor units divided by what the currency has of them. */
export function majorUnits(minor: number, currency: string): number {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  return minor / 10 ** (digits ?? 2);
}

/** Seconds as whole minutes: what is not a minute yet is not counted. */
export const wholeMinutes = (seconds: number): number => Math.floor(seconds / 60);

/** A day and its month stay on one line. */
const kept = (text: string): string => text.replace(' ', '\u00a0');

/** Made when it is first asked for: browsers take tens of milliseconds for some of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Intl's formats for a language and a time zone, each made once and when first needed. */
export function formatsIn(language: string, zone: string): Formats {
  const made = new Map<string, Intl.DateTimeFormat>();
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.DateTimeFormat(language, options);
    made.set(key, format);
    return format;
  };
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const whole = once(() => new Intl.NumberFormat(language));
  const conjunction = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));
  const regions = once(() => new Intl.DisplayNames(language, { type: 'region' }));
  return {
    date: (when) =>
      kept(
        isDay(when)
          ? dates({ ...day, timeZone: 'UTC' }).format(new Date(`${when}T12:00:00Z`))
          : dates({ ...day, timeZone: zone }).format(new Date(when)),
      ),
    clock: (when) => dates({ ...clock, timeZone: zone }).format(new Date(when)),
    moment: (when) => kept(dates({ ...day, ...clock, timeZone: zone }).format(new Date(when))),
    month: (month, width) => dates({ month: width, timeZone: 'UTC' }).format(new Date(Date.UTC(2000, month - 1, 15))),
    number: (value) => whole().format(value),
    money: (minor, currency) =>
      new Intl.NumberFormat(language, { style: 'currency', currency }).format(majorUnits(minor, currency)),
    duration: (duration) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit: units[duration.at(-1) as keyof typeof units],
        unitDisplay: 'long',
      }).format(Number(duration.slice(1, -1))),
    list: (parts) => conjunction().format(parts),
    country: (code) => regions().of(code) ?? code,
  };
}
