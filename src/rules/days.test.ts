import { describe, expect, test } from 'vitest';
import { dayIndex, dayOf, dayStarts, startOfDay } from './days.ts';

const HOUR = 3_600_000;

describe('the start of a day', () => {
  test.each([
    ['2026-01-01', 'Europe/London', '2026-01-01T00:00:00.000Z'],
    ['2026-03-29', 'Europe/London', '2026-03-29T00:00:00.000Z'],
    ['2026-03-30', 'Europe/London', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25', 'Europe/London', '2026-10-24T23:00:00.000Z'],
    ['2026-10-26', 'Europe/London', '2026-10-26T00:00:00.000Z'],
    ['2026-06-01', 'America/Los_Angeles', '2026-06-01T07:00:00.000Z'],
    ['2026-06-01', 'Pacific/Kiritimati', '2026-05-31T10:00:00.000Z'],
    ['2026-06-01', 'Asia/Kathmandu', '2026-05-31T18:15:00.000Z'],
    // Clocks went from 24:00 to 01:00: the day begins at one.
    ['2023-09-03', 'America/Santiago', '2023-09-03T04:00:00.000Z'],
    // Clocks went from 24:00 back to 23:00: the day begins at the second midnight.
    ['2023-04-02', 'America/Santiago', '2023-04-02T04:00:00.000Z'],
    ['2026-06-01', 'UTC', '2026-06-01T00:00:00.000Z'],
  ])('%s in %s is %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(instant);
    expect(dayOf(instant, zone)).toBe(day);
    expect(dayOf(new Date(Date.parse(instant) - 1).toISOString(), zone) < day).toBe(true);
  });

  test('does not know a zone that is none', () => {
    expect(() => startOfDay('2026-01-01', 'Mars/Olympus')).toThrow('Mars/Olympus');
  });
});

describe('a year of days', () => {
  test.each(['Europe/London', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Cairo'])(
    'in %s counts every moment once, in the day that the calendar says',
    (zone) => {
      const starts = dayStarts('2023-01-01', '2023-12-31', zone);
      expect(starts).toHaveLength(366);
      for (let ms = starts[0] ?? 0; ms < (starts.at(-1) ?? 0); ms += HOUR) {
        const index = dayIndex(starts, ms);
        const day = new Date(Date.UTC(2023, 0, 1 + index)).toISOString().slice(0, 10);
        expect(dayOf(new Date(ms).toISOString(), zone)).toBe(day);
      }
    },
  );

  test('has one day of 23 hours and one of 25 where clocks change', () => {
    const starts = dayStarts('2026-01-01', '2026-12-31', 'Europe/London');
    const hours = starts.slice(1).map((start, index) => (start - (starts[index] ?? 0)) / HOUR);
    expect(hours.filter((count) => count === 23)).toHaveLength(1);
    expect(hours.filter((count) => count === 25)).toHaveLength(1);
    expect(hours.filter((count) => count === 24)).toHaveLength(363);
  });

  test('leaves out what lies before it or after it', () => {
    const starts = dayStarts('2026-01-01', '2026-01-03', 'Europe/London');
    expect(dayIndex(starts, Date.parse('2025-12-31T23:59:59.999Z'))).toBe(-1);
    expect(dayIndex(starts, Date.parse('2026-01-01T00:00:00.000Z'))).toBe(0);
    expect(dayIndex(starts, Date.parse('2026-01-03T23:59:59.999Z'))).toBe(2);
    expect(dayIndex(starts, Date.parse('2026-01-04T00:00:00.000Z'))).toBe(-1);
  });

  test('goes on over a day that a zone skipped', () => {
    const starts = dayStarts('2011-12-28', '2011-12-31', 'Pacific/Apia');
    expect(dayIndex(starts, Date.parse('2011-12-30T09:59:59.999Z'))).toBe(1);
    expect(dayIndex(starts, Date.parse('2011-12-30T10:00:00.000Z'))).toBe(3);
  });
});
