import type { Benefit } from '#contract/benefits.ts';
import type { Voice } from '#i18n/voice.ts';
import { keyOf, kindOf, kindsIn, shortAmount, totalOf, totalsOf, type Kind } from './worth.model.ts';

/** A month of a year, in the brand's zone, with what came back in it, newest first. */
export interface Month {
  /** 1 to 12. */
  readonly month: number;
  readonly benefits: readonly Benefit[];
}

/** In which month of a zone's calendar a moment lies, 1 to 12. */
function monthIn(zone: string): (at: string) => number {
  const month = new Intl.DateTimeFormat('en', { month: 'numeric', timeZone: zone });
  return (at) => Number(month.format(new Date(at)));
}

/** The twelve months, January first. */
export function monthsOf(benefits: readonly Benefit[], zone: string): readonly Month[] {
  const of = monthIn(zone);
  const by = Map.groupBy(benefits, ({ at }) => of(at));
  return Array.from({ length: 12 }, (_, at) => ({ month: at + 1, benefits: by.get(at + 1) ?? [] }));
}

/** A bar of the chart: as tall as its share of the tallest. */
export interface Bar {
  readonly month: number;
  /** 0 to 1. */
  readonly height: number;
  /** Empty where nothing came back. */
  readonly text: string;
}

/** What the chart is of, and its twelve bars; null where nothing came back in the year. */
export interface Chart {
  readonly kind: Kind;
  readonly bars: readonly Bar[];
}

/** The chart is of money where there is any, else of what is told first. */
export function chartOf(voice: Voice, benefits: readonly Benefit[], zone: string): Chart | null {
  const [kind] = kindsIn(benefits);
  if (!kind) return null;
  const totals = monthsOf(benefits, zone).map((one) => totalOf(one.benefits, kind));
  const most = Math.max(...totals, 1);
  return {
    kind,
    bars: totals.map((total, at) => ({
      month: at + 1,
      height: total / most,
      text: total === 0 ? '' : shortAmount(voice, kind, total),
    })),
  };
}

/** The same as a table: of each month what the chart shows, and all else that came back. */
export interface MonthRow {
  readonly month: number;
  readonly charted: string;
  /** `<b>` marks what was counted. */
  readonly also: string;
}

const none = '–';

export function monthRowsOf(voice: Voice, benefits: readonly Benefit[], zone: string, kind: Kind): readonly MonthRow[] {
  return monthsOf(benefits, zone).map((one) => {
    const total = totalOf(one.benefits, kind);
    const others = one.benefits.filter((benefit) => keyOf(kindOf(benefit)) !== keyOf(kind));
    return {
      month: one.month,
      charted: total === 0 ? none : shortAmount(voice, kind, total),
      also: others.length === 0 ? none : voice.list(totalsOf(voice, others)),
    };
  });
}
