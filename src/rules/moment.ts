import type { Instant } from '#contract/primitives.ts';

/** Something with its moment in milliseconds, so that it is read once. */
export interface Dated<T> {
  readonly at: number;
  readonly it: T;
}

/** A moment in milliseconds. Throws, naming what is dated so, where it is none. */
export function momentOf(what: string, at: Instant): number {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) throw new Error(`${what} is dated "${at}", which is not an instant.`);
  return ms;
}

/**
 * The order of every list of records and events: newest first. The id settles what happened at the same moment, so
 * that the order in which they are stored does not matter.
 */
export function newestFirst<T extends { readonly id: string }>(a: Dated<T>, b: Dated<T>): number {
  if (a.at !== b.at) return b.at - a.at;
  if (a.it.id === b.it.id) return 0;
  return a.it.id > b.it.id ? -1 : 1;
}
