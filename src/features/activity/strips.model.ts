import type { Notice } from '#contract/notice.ts';
import type { Overview } from '#contract/overview.ts';
import type { Day, Id } from '#contract/primitives.ts';
import { dayOf } from '#rules/days.ts';
import { yearOf, type YearMonth } from '#rules/year.ts';

/** The year of one kind of data. */
export interface Strip {
  readonly category: Id;
  readonly name: string;
  readonly months: readonly YearMonth[];
}

/** A month over all strips. */
export interface StripMonth {
  readonly month: number;
  readonly times: number;
  /** The day its events end with: its last, or today. */
  readonly until: Day;
}

export interface Strips {
  readonly year: number;
  /** Those with activity, in the notice's order. */
  readonly strips: readonly Strip[];
  readonly months: readonly StripMonth[];
}

/** The year so far by kind of data; of one kind alone where only that is asked for. */
export function stripsOf(overview: Overview, notice: Notice, zone: string, only: Id | undefined): Strips {
  const { since, asOf, categories } = overview;
  const year = Number(since.slice(0, 4));
  const strips = notice.categories.flatMap(({ id, name }): Strip[] => {
    if (only !== undefined && id !== only) return [];
    const used = categories.find(({ category }) => category === id)?.usedDays ?? [];
    const { times, months } = yearOf([used], since);
    return times > 0 ? [{ category: id, name, months }] : [];
  });
  const today = dayOf(asOf, zone);
  const months = Array.from({ length: 12 }, (_, at): StripMonth => {
    const last = new Date(Date.UTC(year, at + 1, 0)).toISOString().slice(0, 10);
    const times = strips.reduce((sum, strip) => sum + (strip.months[at]?.times ?? 0), 0);
    return { month: at + 1, times, until: last < today ? last : today };
  });
  return { year, strips, months };
}

/** The days of a strip as a path, each month one wide. */
export function marksOfDays(year: number, { months }: Strip, height: number): string {
  return months
    .flatMap(({ month, days }) => {
      const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
      return days.map(({ day }) => `M${(month - 1 + (day - 0.5) / length).toFixed(3)} ${height}v${-height}`);
    })
    .join('');
}

/** The months of a strip as a path: taller is more. */
export function marksOfMonths({ months }: Strip, height: number): string {
  const most = Math.max(1, ...months.map(({ times }) => times));
  return months
    .filter(({ times }) => times > 0)
    .map(({ month, times }) => {
      const tall = (3 + ((height - 3) * times) / most).toFixed(1);
      return `M${(month - 0.88).toFixed(2)} ${height}v-${tall}h.76V${height}z`;
    })
    .join('');
}
