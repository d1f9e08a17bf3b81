import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToDay, addToInstant, compareDurations } from './duration.ts';

const duration = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom('Y', 'M', 'W', 'D'))
  .map(([count, unit]) => `P${count}${unit}`);

describe('adding a duration', () => {
  test.each([
    ['2026-11-22T14:02:00.000Z', 'P6Y', '2032-11-22T14:02:00.000Z'],
    ['2026-11-22T14:02:00.000Z', 'P24M', '2028-11-22T14:02:00.000Z'],
    ['2026-11-22T14:02:00.000Z', 'P2W', '2026-12-06T14:02:00.000Z'],
    ['2026-11-22T14:02:00.000Z', 'P14D', '2026-12-06T14:02:00.000Z'],
    ['2027-01-31T23:59:59.999Z', 'P1M', '2027-02-28T23:59:59.999Z'],
    ['2028-01-31T00:00:00.000Z', 'P1M', '2028-02-29T00:00:00.000Z'],
    ['2028-02-29T00:00:00.000Z', 'P1Y', '2029-02-28T00:00:00.000Z'],
    ['2026-08-31T00:00:00.000Z', 'P18M', '2028-02-29T00:00:00.000Z'],
    ['2026-01-01T00:00:00Z', 'P9999Y', '9999-12-31T23:59:59.999Z'],
  ])('%s and %s is %s', (from, length, to) => {
    expect(addToInstant(from, length)).toBe(to);
  });

  test('keeps to calendar days where it starts from one', () => {
    expect(addToDay('2026-10-31', 'P1M')).toBe('2026-11-30');
    expect(addToDay('2026-12-25', 'P10D')).toBe('2027-01-04');
  });

  test('never goes back, and never ends where the contract cannot write it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2999-12-31'), noInvalidDate: true }),
        duration,
        (from, by) => {
          const to = addToInstant(from.toISOString(), by);
          expect(Date.parse(to)).toBeGreaterThan(from.getTime());
          expect(to).toMatch(/^\d{4}-/);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('says what is not an instant and what is not a duration', () => {
    expect(() => addToInstant('yesterday', 'P1D')).toThrow('"yesterday" is not an instant');
    expect(() => addToInstant('2026-01-01T00:00:00Z', 'P1Y6M')).toThrow('"P1Y6M" is not a duration of one unit');
    expect(() => addToDay('2026-01-01', 'P0D')).toThrow('not a duration');
  });
});

describe('comparing durations', () => {
  test.each([
    ['P1Y', 'P12M', 0],
    ['P2W', 'P14D', 0],
    ['P25M', 'P2Y', 1],
    ['P1Y', 'P13M', -1],
    ['P32D', 'P1M', 1],
    ['P27D', 'P1M', -1],
    ['P30D', 'P1M', null],
    ['P365D', 'P1Y', null],
    ['P367D', 'P1Y', 1],
    ['P4W', 'P1M', null],
  ])('%s against %s is %s', (a, b, result) => {
    expect(compareDurations(a, b)).toBe(result);
  });

  test('is the same from the other side, and agrees with adding them to any day', () => {
    fc.assert(
      fc.property(duration, duration, fc.integer({ min: 0, max: 40_000 }), (a, b, day) => {
        const result = compareDurations(a, b);
        const other = compareDurations(b, a);
        expect(other).toBe(result === null || result === 0 ? result : -result);
        const from = new Date(day * 86_400_000).toISOString();
        const gap = Math.sign(Date.parse(addToInstant(from, a)) - Date.parse(addToInstant(from, b)));
        // From a given day two lengths can meet (31 January and one month), never change places.
        expect(result === null ? [-1, 0, 1] : [result, 0]).toContain(gap);
      }),
      { numRuns: 300 },
    );
  });
});
