import type { Message } from '#contract/primitives.ts';
import { majorUnits, wholeMinutes } from './formats.ts';
import type { Voice } from './voice.ts';

interface Amount {
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

/** What came back under one rule in a year, in the brand's own words, its amount marked; null where that is nothing. */
export function saidInAll(
  voice: Voice,
  rule: { readonly message: Message },
  amounts: readonly Amount[],
  year: number,
): string | null {
  const [first] = amounts;
  const amount = first && saidAmount({ ...first, amount: amounts.reduce((sum, one) => sum + one.amount, 0) });
  if (!first || !amount) return null;
  const values = { amount, currency: first.currency, since: `${year}-01-01T12:00:00Z` };
  return marked(voice.compose(rule.message, values, first.currency ?? undefined));
}
