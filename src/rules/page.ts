import { newestFirst, type Dated } from './moment.ts';

/** What can be asked of a list: where to go on, and how many at once. */
interface PageAsked {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** One page of a list, newest first. */
interface Page<T> {
  readonly page: T[];
  /** How many there are in all pages. */
  readonly count: number;
  readonly next: string | null;
}

const PAGE = 50;

/**
 * One page of what was found. The cursor names the place after which the next page begins, by moment and id, and not
 * by number: it stays where it is when others come or go meanwhile, even the one it was made from. Null = what was
 * given is no cursor.
 */
export function pageOf<T extends { readonly id: string }>(
  found: readonly Dated<T>[],
  { cursor, limit = PAGE }: PageAsked,
): Page<T> | null {
  const after = cursor === undefined ? null : placeOf(cursor);
  if (cursor !== undefined && after === null) return null;
  const left = after ? found.filter((one) => newestFirst(after, one) < 0) : found;
  const page = left.toSorted(newestFirst).slice(0, limit);
  const last = page.at(-1);
  return {
    page: page.map(({ it }) => it),
    count: found.length,
    next: last && page.length < left.length ? cursorAfter(last) : null,
  };
}

/** Opaque to clients; what it says may change. */
function cursorAfter({ at, it }: Dated<{ readonly id: string }>): string {
  return `${at.toString(36)}.${it.id}`;
}

function placeOf(cursor: string): Dated<{ readonly id: string }> | null {
  const dot = cursor.indexOf('.');
  const place = { at: Number.parseInt(cursor.slice(0, dot), 36), it: { id: cursor.slice(dot + 1) } };
  return dot > 0 && place.it.id !== '' && Number.isSafeInteger(place.at) && cursorAfter(place) === cursor
    ? place
    : null;
}
