import type { Day, Instant } from '#contract/primitives.ts';
import { dayStarts } from '#rules/days.ts';

const DAY_MS = 86_400_000;

/** The days of a life, counted back from today: 1 is yesterday. Nothing lies on today itself, so nothing is ahead of the clock. */
export interface Calendar {
  readonly at: (daysAgo: number, minute: number) => Instant;
  /** The start of a day. */
  readonly morning: (daysAgo: number) => Instant;
  /** Month of the year, 1 to 12. */
  readonly month: (daysAgo: number) => number;
  readonly dayOfMonth: (daysAgo: number) => number;
  /** 0 is Sunday. */
  readonly weekday: (daysAgo: number) => number;
}

/** The calendar of a time zone, reaching `days` back from today. `minute` counts from the start of the local day. */
export function calendarTo(today: Day, zone: string, days: number): Calendar {
  const end = Date.parse(today);
  const starts = dayStarts(new Date(end - days * DAY_MS).toISOString().slice(0, 10), today, zone);
  const date = (daysAgo: number): Date => new Date(end - daysAgo * DAY_MS);
  const mornings = starts.map((start) => new Date(start).toISOString());
  return {
    morning: (daysAgo) => {
      const morning = mornings[days - daysAgo];
      if (morning === undefined) throw new RangeError(`The calendar has no day ${daysAgo} days ago.`);
      return morning;
    },
    at: (daysAgo, minute) => {
      const start = starts[days - daysAgo];
      if (start === undefined) throw new RangeError(`The calendar has no day ${daysAgo} days ago.`);
      return new Date(start + minute * 60_000).toISOString();
    },
    month: (daysAgo) => date(daysAgo).getUTCMonth() + 1,
    dayOfMonth: (daysAgo) => date(daysAgo).getUTCDate(),
    weekday: (daysAgo) => date(daysAgo).getUTCDay(),
  };
}
