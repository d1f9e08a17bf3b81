import type { Benefit, Ledger } from '#contract/benefits.ts';
import type { Notice } from '#contract/notice.ts';
import type { Counting } from '#contract/overview.ts';
import type { Instant } from '#contract/primitives.ts';
import { creditsOf, newCounter } from './counting.ts';
import { dayOf, startOfDay } from './days.ts';
import type { Holdings } from './holdings.ts';
import { momentOf, newestFirst } from './moment.ts';

/** Names an entry of the ledger by the record that shows it and the rule that counted it. */
export const benefitId = (record: string, counting: Counting): string => `b:${record}:${counting}`;

/**
 * The benefits really received in a calendar year of a time zone (IANA), up to `now`; null = this year. The entries are
 * those that the overview sums up, so they cannot disagree with it.
 */
export function ledgerOf(
  holdings: Pick<Holdings, 'records'>,
  notice: Notice,
  asked: number | null,
  zone: string,
  now: Instant,
): Ledger {
  const until = momentOf('The ledger', now);
  const year = asked ?? Number(dayOf(now, zone).slice(0, 4));
  const calendar = yearsIn(zone);
  const years = new Set([year]);
  const counter = newCounter();
  for (const record of holdings.records) {
    const at = momentOf(`Record "${record.id}"`, record.at);
    counter.add(record, at);
    if (at <= until) years.add(calendar.yearOf(at));
  }

  const credits = creditsOf(notice);
  const { entries } = counter.between(calendar.start(year), Math.min(until, calendar.start(year + 1) - 1));
  return {
    asOf: now,
    year,
    years: [...years].toSorted((a, b) => b - a),
    benefits: entries.toSorted(newestFirst).flatMap(({ counting, amount, currency, it }): Benefit[] => {
      const use = credits.get(counting);
      if (!use) return [];
      return [{ id: benefitId(it.id, counting), at: it.at, use: use.id, counting, amount, currency, label: it.label }];
    }),
  };
}

/** The years of a time zone. The calendar is asked once for each, however many moments there are. */
function yearsIn(zone: string) {
  const starts = new Map<number, number>();
  const start = (year: number): number => {
    const known = starts.get(year);
    if (known !== undefined) return known;
    const made = Date.parse(startOfDay(`${String(year).padStart(4, '0')}-01-01`, zone));
    starts.set(year, made);
    return made;
  };
  /** No new year anywhere is more than a day from that of UTC. */
  const yearOf = (ms: number): number => {
    const near = new Date(ms).getUTCFullYear();
    if (ms < start(near)) return near - 1;
    return ms >= start(near + 1) ? near + 1 : near;
  };
  return { start, yearOf };
}
