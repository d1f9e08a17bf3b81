import { BackendError } from './port.ts';
import type { Seq } from '#contract/primitives.ts';

/** Names the place in a log after which a page goes on. Opaque to clients; what it says may change. */
export const cursorAfter = (seq: Seq): string => `s${seq.toString(36)}`;

/** The seq below which a page begins. Throws `malformed` for what `cursorAfter` did not make. */
export const seqOfCursor = (cursor: string): Seq => {
  const seq = /^s[0-9a-z]{1,10}$/.test(cursor) ? Number.parseInt(cursor.slice(1), 36) : Number.NaN;
  if (Number.isSafeInteger(seq) && cursorAfter(seq) === cursor) return seq;
  throw new BackendError('malformed', 'cursor: pass on the "next" of the page before, unchanged, or leave it out.');
};
