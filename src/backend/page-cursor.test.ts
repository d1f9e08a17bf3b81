import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BackendError } from './port.ts';
import { cursorAfter, seqOfCursor } from './page-cursor.ts';

/** The cursor that a text was read as, or the code it was refused with. */
const outcomeOf = (given: string): unknown => {
  try {
    return cursorAfter(seqOfCursor(given));
  } catch (error) {
    return error instanceof BackendError ? error.code : error;
  }
};

test('a cursor leads back to its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (seq) => {
      expect(seqOfCursor(cursorAfter(seq))).toBe(seq);
    }),
  );
});

test('what is no cursor is malformed, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.string(), (given) => {
      expect([given, 'malformed']).toContain(outcomeOf(given));
    }),
  );
  for (const given of ['', 's', 's01', 's-1', 'S1', '1', 's1 ']) expect(outcomeOf(given)).toBe('malformed');
});
