import { useState } from 'react';

/** One of a list, and whether it is in it no more. */
interface Lasting<T> {
  readonly one: T;
  readonly gone: boolean;
}

/** What is in a list now, with those in their places that were in it before. What is new comes first. */
function withGone<T extends { readonly id: string }>(now: readonly T[], before: readonly T[]): readonly Lasting<T>[] {
  const there = new Map(now.map((one) => [one.id, one]));
  const known = new Set(before.map(({ id }) => id));
  return [
    ...now.filter(({ id }) => !known.has(id)).map((one) => ({ one, gone: false })),
    ...before.map((one) => ({ one: there.get(one.id) ?? one, gone: !there.has(one.id) })),
  ];
}

/** A list from which nothing vanishes under the customer's eyes: what went stays, marked, until they leave. */
export function useLasting<T extends { readonly id: string }>(now: readonly T[]): readonly Lasting<T>[] {
  const [before, setBefore] = useState(now);
  const lasting = withGone(now, before);
  if (lasting.length !== before.length || lasting.some(({ one }, at) => one !== before[at]))
    setBefore(lasting.map(({ one }) => one));
  return lasting;
}
