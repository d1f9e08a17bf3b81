import type { Counting } from '#contract/overview.ts';
import type { OrderLine } from './holdings.ts';

/** What a counting rule came to. Money is in minor units of `currency`; a count has none. */
interface Counted {
  readonly amount: number;
  readonly currency: string | null;
}

/** Counts order lines, one after the other. */
export interface Counter {
  add(line: OrderLine): void;
  /** `currency` is that of the lines; null for a count, and for money while there was no line at all. */
  totals(): Readonly<Record<Counting, Counted>>;
}

/**
 * The published counting rules, applied to the order lines themselves; nothing counted is ever stored.
 *
 * - `member_price`, `wish_list_offer`: what was paid less than on the shelf, on lines that were priced so and kept.
 * - `return_avoided`: lines bought in the size we advised, and kept.
 * - `pick_ordered`: orders with a line that began with a press on one of our picks.
 *
 * A line has one reason for its price, so no penny is counted twice.
 */
export function newCounter(): Counter {
  const saved = { member_price: 0, wish_list_offer: 0 };
  let returnsAvoided = 0;
  const pickedOrders = new Set<string>();
  let currency: string | null = null;

  return {
    add(line) {
      if (currency !== null && line.currency !== currency) {
        throw new Error(
          `Order "${line.order}" is in ${line.currency} and others are in ${currency}: they cannot be added up. ` +
            'Hold all order lines of a customer in the currency of the brand.',
        );
      }
      currency = line.currency;
      if (line.fromPick) pickedOrders.add(line.order);
      if (line.returned) return;
      if (line.priced === 'member') saved.member_price += (line.shelf - line.paid) * line.quantity;
      if (line.priced === 'wish_list_offer') saved.wish_list_offer += (line.shelf - line.paid) * line.quantity;
      if (line.advisedSize !== null && line.advisedSize === line.size) returnsAvoided += 1;
    },
    totals: () => ({
      member_price: { amount: saved.member_price, currency },
      wish_list_offer: { amount: saved.wish_list_offer, currency },
      return_avoided: { amount: returnsAvoided, currency: null },
      pick_ordered: { amount: pickedOrders.size, currency: null },
    }),
  };
}
