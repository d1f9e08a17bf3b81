import type { Day, Instant } from '#contract/primitives.ts';

const HOUR = 3_600_000;

/** Making a formatter costs as much as some hundred uses of it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The first moment of a calendar day in a time zone (IANA, "Europe/London"), also where its midnight does not exist. */
export function startOfDay(day: Day, zone: string): Instant {
  return new Date(dayStart(Date.parse(day), zone)).toISOString();
}

/** The calendar day that a moment belongs to in a time zone. */
export function dayOf(instant: Instant, zone: string): Day {
  const ms = Date.parse(instant);
  return new Date(ms + offset(ms, zone)).toISOString().slice(0, 10);
}

/**
 * The first moments (milliseconds) of every day from one to another, both included, and of the day after: one look at
 * the calendar for each day, so that sorting thousands of events into days needs none.
 */
export function dayStarts(from: Day, to: Day, zone: string): readonly number[] {
  const starts: number[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to) + 24 * HOUR; day += 24 * HOUR)
    starts.push(dayStart(day, zone));
  return starts;
}

/** The place of a moment among `dayStarts`; -1 where it lies before the first or after the last day. */
export function dayIndex(starts: readonly number[], ms: number): number {
  const first = starts[0];
  const end = starts.at(-1);
  if (first === undefined || end === undefined || ms < first || ms >= end) return -1;
  let index = Math.min(Math.floor((ms - first) / (24 * HOUR)), starts.length - 2);
  // Days have 23 to 25 hours, so the guess is off by one at most (by two where a zone once skipped a whole day).
  while (ms < (starts[index] ?? first)) index -= 1;
  while (ms >= (starts[index + 1] ?? end)) index += 1;
  return index;
}

/** Of the moments that can be midnight under the offsets before and after that night, the first that is in the day. */
function dayStart(midnight: number, zone: string): number {
  const before = midnight - offset(midnight - 15 * HOUR, zone);
  const after = midnight - offset(midnight + 13 * HOUR, zone);
  if (before === after) return before;
  const first = Math.min(before, after);
  return first + offset(first, zone) >= midnight ? first : Math.max(before, after);
}

/** What is added to UTC to get the zone's local time at a moment, in milliseconds. */
function offset(ms: number, zone: string): number {
  let format = formatters.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, format);
  }
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}
