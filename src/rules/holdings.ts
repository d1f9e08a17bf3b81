import type { Forgotten } from '#contract/holdings.ts';
import type { ChoiceId, Id, Instant } from '#contract/primitives.ts';

/**
 * One record that is held about a customer. `data` is what the rules read; they know these names, in every brand:
 *
 * - `topic`: what it is about ("nursery"), on whatever conclusions can rest on, and on conclusions themselves.
 * - `product`: the id of a thing in the shop; `size`: the customer's size in that kind of thing.
 * - `from`: who it came from, by name.
 * - `value`: what can be put right in it; `says`: its label with "{value}" in it. Without `says` the value is the label.
 * - `secondsSaved`: time that it saved the customer.
 * - of a conclusion: `confidence`, `lapses` (an instant), `verdict` ("right" or "wrong"), `judgedAt`.
 * - of what may never be concluded: `topic`, and `forbidden`, which is true.
 * - of an answer: `question`, `value`, `words` (the value in words; several of both as JSON, in one order), `expires`
 *   (an instant).
 * - of a wish: `list`, the name of the list it is on; `ordered`, true once it was bought.
 * - of the last visit: `before`, the visit before it (an instant). See visit.ts.
 */
export interface HoldingRecord {
  readonly id: string;
  readonly category: Id;
  /** The notice's item it belongs to. */
  readonly item: Id;
  readonly at: Instant;
  /** What it is, in the customer's words: "Linen duvet, double". */
  readonly label: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
  /**
   * Forgotten, but for these uses: law or contract ask for it, or it is what they must never conclude. Left out: it serves
   * every use that needs it.
   */
  readonly keptFor?: readonly ChoiceId[];
  readonly correctedAt?: Instant;
}

/**
 * `data` of an order line. Money in minor units. A line has one reason for its price and one reason that led to it, so
 * that no benefit can be counted twice.
 */
export interface OrderLine {
  readonly order: string;
  readonly product: string;
  readonly size: string | null;
  readonly quantity: number;
  /** What one piece cost on the shelf that day. */
  readonly shelf: number;
  /** What one piece cost this customer. */
  readonly paid: number;
  readonly currency: string;
  readonly priced: 'shelf' | 'member' | 'wish_list_offer';
  /** The size we advised before the order; null = none was advised. */
  readonly advisedSize: string | null;
  readonly returned: boolean;
  /** The order began with a press on one of our picks. */
  readonly fromPick: boolean;
  /** What it is about; see `HoldingRecord.data`. */
  readonly topic?: string;
}

/** Something done with the data, under one use. */
export interface UsageEvent {
  readonly id: string;
  readonly use: ChoiceId;
  readonly at: Instant;
  /** The facts for the sentence that tells it. Null = forgotten with the records it was done with. */
  readonly data?: Readonly<Record<string, string | number>> | null;
}

/** All that is held about one customer. */
export interface Holdings {
  readonly customer: { readonly name: string };
  readonly records: readonly HoldingRecord[];
  readonly events: readonly UsageEvent[];
  /** The last forgetting of each category that was ever forgotten as a whole. */
  readonly forgotten?: readonly Forgotten[];
  /** The incidents that this customer was in, by id. */
  readonly incidents?: readonly Id[];
}
