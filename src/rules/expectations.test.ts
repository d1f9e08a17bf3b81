import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExpectationAnswer } from '#contract/expectations.ts';
import { released, weekOf } from './expectations.ts';

describe('a week', () => {
  test.each([
    ['a Sunday, until its last moment', '2026-11-22T23:59:59.999Z', '2026-11-16', '2026-11-23T00:00:00.000Z'],
    ['a Monday, from its first moment', '2026-11-23T00:00:00.000Z', '2026-11-23', '2026-11-30T00:00:00.000Z'],
    [
      'a summer’s Monday, which begins before that of UTC',
      '2026-07-05T23:00:00.000Z',
      '2026-07-06',
      '2026-07-12T23:00:00.000Z',
    ],
    ['the week in which clocks change', '2026-03-25T12:00:00.000Z', '2026-03-23', '2026-03-29T23:00:00.000Z'],
    ['the turn of a year', '2027-01-01T12:00:00.000Z', '2026-12-28', '2027-01-04T00:00:00.000Z'],
  ])('is that of the brand’s time zone: %s', (_, now, week, closes) => {
    expect(weekOf(now, 'Europe/London')).toEqual({ week, closes });
  });

  test('closes as the next begins, and no moment is in two', () => {
    const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'UTC');
    const min = Date.parse('2020-01-01');
    fc.assert(
      fc.property(zones, fc.integer({ min, max: min + 20 * 365 * 86_400_000 }), (zone, ms) => {
        const { week, closes } = weekOf(new Date(ms).toISOString(), zone);
        const end = Date.parse(closes);
        expect(end).toBeGreaterThan(ms);
        expect(end - ms).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000);
        expect(new Date(week).getUTCDay()).toBe(1);
        expect(weekOf(new Date(end - 1).toISOString(), zone).week).toBe(week);
        expect(weekOf(closes, zone).week).not.toBe(week);
      }),
    );
  });
});

const answers = ['expected', 'surprised', 'not_ok'] as const satisfies readonly ExpectationAnswer[];
type Counts = readonly [number, number, number];

const counted = (card: string, counts: Counts) =>
  counts.flatMap((count, index) => {
    const answer = answers[index];
    return answer && count > 0 ? [{ card, answer, count }] : [];
  });
const releasedOf = (counts: Counts) => {
  const [card] = released(counted('purchases', counts), []);
  return card ? answers.map((answer) => card[answer]) : null;
};

const few = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60));
const total = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0);

describe('what a brand learns of a closed week', () => {
  test('is nothing of a card with fewer than twenty answers, not even that there were any', () => {
    expect(released(counted('purchases', [10, 5, 4]), [{ card: 'purchases', reason: 'Why' }])).toEqual([]);
    expect(releasedOf([10, 5, 5])).toEqual([10, 0, 0]);
    expect(released([], [])).toEqual([]);
  });

  test('stands by the cards’ ids, so that their order says nothing of how many answered', () => {
    const two = [...counted('sizes', [90, 0, 0]), ...counted('access', [20, 0, 0])];
    expect(released(two, []).map(({ card }) => card)).toEqual(['access', 'sizes']);
    expect(released(two.toReversed(), [])).toEqual(released(two, []));
  });

  test('adds up an answer that is counted in parts before it is rounded', () => {
    const parts = Array.from({ length: 4 }, () => counted('sizes', [9, 0, 0])).flat();
    expect(released(parts, [])).toEqual([{ card: 'sizes', expected: 30, surprised: 0, not_ok: 0, reasons: [] }]);
  });

  test('has the reasons by the alphabet: their order says nothing of when each came, nor with which answer', () => {
    const card = fc.constantFrom('purchases', 'sizes', 'access');
    const words = fc.oneof(fc.string(), fc.constantFrom('Ärger', 'nobody told me', 'Nobody told me', 'A list'));
    const said = fc.array(fc.record({ card, reason: words }), { maxLength: 20 });
    fc.assert(
      fc.property(said, fc.array(fc.nat()), few, few, (reasons, keys, purchases, sizes) => {
        const counts = [...counted('purchases', purchases), ...counted('sizes', sizes)];
        const cut = released(counts, reasons);
        const shuffled = reasons
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(released(counts, shuffled)).toEqual(cut);
        const told = [purchases, sizes].map(total).filter((answered) => answered >= 20);
        expect(cut).toHaveLength(told.length);
        for (const one of cut) {
          const own = reasons.filter((other) => other.card === one.card).map(({ reason }) => reason);
          expect(one.reasons.toSorted()).toEqual(own.toSorted());
        }
      }),
    );
    const two = ['b', 'C', 'a', 'A'].map((reason) => ({ card: 'sizes', reason }));
    expect(released(counted('sizes', [20, 0, 0]), two)[0]?.reasons).toEqual(['A', 'a', 'b', 'C']);
  });

  test('is never a number below ten but nought, and never above what was said', () => {
    fc.assert(
      fc.property(few, (counts) => {
        for (const [index, number] of (releasedOf(counts) ?? []).entries()) {
          expect(number % 10).toBe(0);
          expect(number).toBeLessThanOrEqual(counts[index] ?? 0);
        }
      }),
    );
  });

  test('changes by one answer in one number alone, by nought or by ten', () => {
    fc.assert(
      fc.property(few, fc.nat(2), (counts, which) => {
        // The twentieth answer brings the card as a whole; from then on it goes by tens.
        fc.pre(total(counts) >= 20);
        const more = counts.map((count, index) => count + Number(index === which)) as unknown as Counts;
        const [before, after] = [releasedOf(counts), releasedOf(more)];
        const steps = (after ?? []).map((number, index) => number - (before?.[index] ?? 0));
        expect(steps.filter((_, index) => index !== which)).toEqual([0, 0]);
        expect([0, 10]).toContain(steps[which]);
      }),
    );
  });

  test('does not tell twenty of one answer from twenty-nine, whoever else answered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(9), fc.nat(60), fc.nat(60), (tens, one, other, third) => {
        expect(releasedOf([tens * 10 + one, other, third])).toEqual(releasedOf([tens * 10, other, third]));
      }),
    );
  });
});
