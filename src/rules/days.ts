import type { Day, Instant } from '#contract/primitives.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** No midnight anywhere is further from that of UTC. */
const BEFORE = 15 * HOUR;
const AFTER = 13 * HOUR;

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
 * The first moments (milliseconds) of every day from one to another, both included, and of the day after, so that
 * thousands of events can be put into days without asking the calendar for each. It is asked twice a week, and daily
 * in a week in which clocks change: none has ever changed its clocks and back within one.
 */
export function dayStarts(from: Day, to: Day, zone: string): readonly number[] {
  const starts: number[] = [];
  const end = Date.parse(to) + DAY;
  for (let week = Date.parse(from); week <= end; week += 7 * DAY) {
    const before = offset(week - BEFORE, zone);
    const steady = before === offset(week + 6 * DAY + AFTER, zone);
    for (let day = week; day < week + 7 * DAY && day <= end; day += DAY) {
      starts.push(steady ? day - before : dayStart(day, zone));
    }
  }
  return starts;
}

/** The place of a moment among `dayStarts`; -1 where it lies before the first or after the last day. */
export function dayIndex(starts: readonly number[], ms: number): number {
  const first = starts[0];
  const end = starts.at(-1);
  if (first === undefined || end === undefined || ms < first || ms >= end) return -1;
  let index = Math.min(Math.floor((ms - first) / DAY), starts.length - 2);
  // Days have 23 to 25 hours, so the guess is off by one at most (by two where a zone once skipped a whole day).
  while (ms < (starts[index] ?? first)) index -= 1;
  while (ms >= (starts[index + 1] ?? end)) index += 1;
  return index;
}

/** Of the moments that can be midnight under the offsets before and after that night, the first that is in the day. */
function dayStart(midnight: number, zone: string): number {
  const before = midnight - offset(midnight - BEFORE, zone);
  const after = midnight - offset(midnight + AFTER, zone);
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
