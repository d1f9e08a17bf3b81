import type { Day, Duration, Instant } from '#contract/primitives.ts';

/** The last moment that an ISO 8601 instant with a four-digit year can name. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Four starting days that between them meet every length of month and a leap day, as XML Schema (part 2, section
 * 3.2.6.2) picks them to order durations whose months and days cannot be exchanged.
 */
const STARTS = ['1696-09-01', '1697-02-01', '1903-03-01', '1903-07-01'] as const;

const DAY_MS = 86_400_000;

/**
 * The moment that lies a duration (ISO 8601, one unit) after another. Years and months keep the day of the month, or
 * end on the last day of a shorter month; the time of day stays. Counted in UTC. Throws a RangeError for what is not
 * an instant or not a duration.
 */
export function addToInstant(instant: Instant, duration: Duration): Instant {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`"${instant}" is not an instant. Write it like 2026-11-22T14:02:00.000Z.`);
  return new Date(Math.min(add(ms, duration), LAST)).toISOString();
}

/** The calendar day that lies a duration after another; see `addToInstant`. */
export function addToDay(day: Day, duration: Duration): Day {
  return addToInstant(`${day}T00:00:00.000Z`, duration).slice(0, 10);
}

/**
 * Compares two durations: negative where the first is shorter, positive where it is longer, 0 where they are equal
 * from every starting day (P1Y and P12M), null where it depends on the starting day (P1M and P30D).
 */
export function compareDurations(a: Duration, b: Duration): number | null {
  const signs = new Set(
    STARTS.map((start) => {
      const from = Date.parse(start);
      return Math.sign(add(from, a) - add(from, b));
    }),
  );
  const [only] = signs;
  return signs.size === 1 && only !== undefined ? only : null;
}

function add(ms: number, duration: Duration): number {
  const [, digits, unit] = /^P([1-9]\d{0,3})([YMWD])$/.exec(duration) ?? [];
  if (digits === undefined) {
    throw new RangeError(`"${duration}" is not a duration of one unit. Write it like P6Y, P24M, P2W or P14D.`);
  }
  const count = Number(digits);
  if (unit === 'D') return ms + count * DAY_MS;
  if (unit === 'W') return ms + count * 7 * DAY_MS;
  return addMonths(ms, unit === 'Y' ? count * 12 : count);
}

function addMonths(ms: number, months: number): number {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}
