import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jitter } from './backoff.ts';

const luck = fc.double({ min: 0, max: 1, noNaN: true });

test('R5: the next try comes between half a second and thirty, whatever luck there is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), luck, (tries, drawn) => {
      const ms = jitter(tries, drawn);
      expect(ms).toBeGreaterThanOrEqual(500);
      expect(ms).toBeLessThanOrEqual(30_000);
    }),
  );
});

test('R5: each failure lets it come later, until half a minute', () => {
  const latest = [1, 2, 3, 4, 5, 6, 7].map((tries) => jitter(tries, 1));
  expect(latest).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});
