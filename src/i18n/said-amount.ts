import { majorUnits, wholeMinutes } from './formats.ts';

/** How much came back under a counting rule. */
export interface Amount {
  readonly counting: string;
  readonly amount: number;
  readonly currency: string | null;
}

/** An amount that came back as it is said: money in major units, time in whole minutes. */
export const saidAmount = ({ amount, currency, counting }: Amount): number =>
  counting === 'time_saved' ? wholeMinutes(amount) : currency === null ? amount : majorUnits(amount, currency);

/** The first number of a sentence, with its currency: what a glance should catch, marked `<b>`. */
export const marked = (text: string): string =>
  text.replace(/\p{Sc}?\d[\d.,\u00a0\u202f]*\d(?:[\u00a0 ]?\p{Sc})?|\d/u, '<b>$&</b>');
