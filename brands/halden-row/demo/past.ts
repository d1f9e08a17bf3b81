import type { Instant } from '#contract/primitives.ts';
import type { HoldingRecord, UsageEvent } from '#rules/holdings.ts';

/** What was held at the moment of an event. The lists are in the order of time. */
export interface Past {
  readonly at: Instant;
  /** The records of an item until then ("purchases.order"), no older than so many days where that is said. */
  readonly of: (item: string, days?: number) => readonly HoldingRecord[];
  /** The records of an item of that whole day. */
  readonly onDay: (item: string) => readonly HoldingRecord[];
  /** Had she bought this thing by then? */
  readonly had: (product: string) => boolean;
  readonly newest: (item: string) => HoldingRecord | undefined;
}

/** The facts for the sentence that tells an event, from what was held. Null = there was nothing to do it with. */
export type Tell = (past: Past) => NonNullable<UsageEvent['data']> | null;

const DAY_MS = 86_400_000;

/** How many of a list in the order of time there are until a moment. */
function until(list: readonly HoldingRecord[], at: Instant): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? '') <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The past at any moment of a life whose records are all known, in the order of time. `morning` is the start of a day,
 * counted back from today.
 */
export function pastOf(
  records: readonly HoldingRecord[],
  morning: (daysAgo: number) => Instant,
): (at: Instant, daysAgo: number) => Past {
  const lists = Map.groupBy(records, ({ category, item }) => `${category}.${item}`);
  const listOf = (item: string): readonly HoldingRecord[] => lists.get(item) ?? [];
  const firstBought = new Map<unknown, Instant>();
  for (const { at, data } of listOf('purchases.order_line')) {
    if (!firstBought.has(data['product'])) firstBought.set(data['product'], at);
  }
  return (at, daysAgo) => ({
    at,
    of: (item, days) => {
      const list = listOf(item);
      const from = days === undefined ? 0 : until(list, new Date(Date.parse(at) - days * DAY_MS).toISOString());
      return list.slice(from, until(list, at));
    },
    onDay: (item) => {
      const list = listOf(item);
      return list.slice(until(list, morning(daysAgo)), until(list, morning(daysAgo - 1)));
    },
    had: (product) => (firstBought.get(product) ?? '9') <= at,
    newest: (item) => {
      const list = listOf(item);
      return list[until(list, at) - 1];
    },
  });
}
