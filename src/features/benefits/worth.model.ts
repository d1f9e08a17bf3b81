import type { Benefit } from '#contract/benefits.ts';
import type { Counting } from '#contract/overview.ts';
import { wholeMinutes } from '#i18n/formats.ts';
import type { Voice } from '#i18n/voice.ts';
import { countWords, kindNames, moneyOff, shortTime } from './benefits.strings.ts';

/** A kind of benefit, as it is added up: money of one currency, or what one counting rule counts. */
export type Kind = { readonly currency: string } | { readonly counting: Exclude<Counting, MoneyRule> };

type MoneyRule = 'member_price' | 'wish_list_offer';

export const keyOf = (kind: Kind): string => ('currency' in kind ? kind.currency : kind.counting);

export const kindOf = ({ currency, counting }: Pick<Benefit, 'currency' | 'counting'>): Kind =>
  currency === null ? { counting: counting as Exclude<Counting, MoneyRule> } : { currency };

/** Money first, then time, then counts: the order in which totals are told. */
const order = ['time_saved', 'return_avoided', 'pick_ordered'];
const rank = (kind: Kind): number => ('currency' in kind ? -1 : order.indexOf(kind.counting));

/** Every kind of which something is there, each once. */
export function kindsIn(benefits: readonly Benefit[]): readonly Kind[] {
  const kinds = new Map(benefits.map((one) => [keyOf(kindOf(one)), kindOf(one)]));
  return [...kinds.values()].toSorted((a, b) => rank(a) - rank(b));
}

/** How much of a kind there is: minor units of money, seconds of time, else a count. */
export const totalOf = (benefits: readonly Benefit[], kind: Kind): number =>
  benefits.filter((one) => keyOf(kindOf(one)) === keyOf(kind)).reduce((sum, { amount }) => sum + amount, 0);

/** Time in words, to the second: "45 seconds", "2 minutes 15 seconds". */
export function timeInWords({ say }: Voice, seconds: number): string {
  const minutes = say(shortTime.minutes(wholeMinutes(seconds)));
  const rest = say(shortTime.seconds(seconds % 60));
  if (seconds < 60) return rest;
  return seconds % 60 === 0 ? minutes : say(shortTime.both(minutes, rest));
}

/** An amount in the least room, as in a chart or a table: "£6.00", "2 min 15 s", "3". */
export function shortAmount({ say, money, number }: Voice, kind: Kind, amount: number): string {
  if ('currency' in kind) return money(amount, kind.currency);
  if (kind.counting !== 'time_saved') return number(amount);
  return say(shortTime.short(wholeMinutes(amount), amount % 60));
}

/** The totals of a year as parts of a sentence: "£45.10 off", "40 minutes saved". `<b>` marks what was counted. */
export const totalsOf = (voice: Voice, benefits: readonly Benefit[]): readonly string[] =>
  kindsIn(benefits).map((kind) => {
    const total = totalOf(benefits, kind);
    if ('currency' in kind) return voice.say(moneyOff(voice.money(total, kind.currency)));
    return kind.counting === 'time_saved' && total < 60
      ? voice.say(countWords.seconds_saved(total))
      : voice.say(countWords[kind.counting](kind.counting === 'time_saved' ? wholeMinutes(total) : total));
  });

/** What kinds are called over a chart or a column: money by its currency only where there are several. */
export function kindNamesOf({ say }: Voice, benefits: readonly Benefit[]): (kind: Kind) => string {
  const several = kindsIn(benefits).filter((kind) => 'currency' in kind).length > 1;
  return (kind) => {
    if (!('currency' in kind)) return say(kindNames[kind.counting]);
    return say(several ? kindNames.moneyIn(kind.currency) : kindNames.money);
  };
}
