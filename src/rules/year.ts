import type { Day } from '#contract/primitives.ts';

export interface YearMonth {
  /** 1 to 12. */
  readonly month: number;
  readonly times: number;
  /** The days on which data was used, with how often. */
  readonly days: readonly { readonly day: number; readonly times: number }[];
}

/** A year of use: what the picture draws and its table says. */
export interface Year {
  readonly year: number;
  readonly times: number;
  readonly days: number;
  readonly busiest: { readonly date: Day; readonly times: number } | null;
  readonly last: Day | null;
  readonly months: readonly YearMonth[];
}

const dayLength = 24 * 60 * 60 * 1000;

const sumByDay = (counts: readonly (readonly number[])[]): number[] => {
  const length = Math.max(0, ...counts.map((one) => one.length));
  return Array.from({ length }, (_, at) => counts.reduce((sum, one) => sum + (one[at] ?? 0), 0));
};

/** Adds up counts a day, the first of which is for `since` (1 January). Calendar days only, so no zone is needed. */
export function yearOf(counts: readonly (readonly number[])[], since: Day): Year {
  const start = Date.parse(`${since}T00:00:00Z`);
  const used = sumByDay(counts)
    .map((times, at) => ({ date: new Date(start + at * dayLength).toISOString().slice(0, 10), times }))
    .filter(({ times }) => times > 0);
  const months = Array.from({ length: 12 }, (_, at) => {
    const days = used
      .filter(({ date }) => Number(date.slice(5, 7)) === at + 1)
      .map(({ date, times }) => ({ day: Number(date.slice(8)), times }));
    return { month: at + 1, times: days.reduce((sum, { times }) => sum + times, 0), days };
  });
  return {
    year: Number(since.slice(0, 4)),
    times: used.reduce((sum, { times }) => sum + times, 0),
    days: used.length,
    busiest: used.reduce<Year['busiest']>((most, one) => (most && most.times >= one.times ? most : one), null),
    last: used.at(-1)?.date ?? null,
    months,
  };
}
