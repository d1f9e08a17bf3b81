import type { ChoiceId, Id, Instant } from '#contract/primitives.ts';

/** One record that is held about a customer. `data` is what the counting rules read. */
export interface HoldingRecord {
  readonly id: string;
  readonly category: Id;
  /** The notice's item it belongs to. */
  readonly item: Id;
  readonly at: Instant;
  /** What it is, in the customer's words: "Linen duvet, double". */
  readonly label: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
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
}

/** Something done with the data, under one use. */
export interface UsageEvent {
  readonly id: string;
  readonly use: ChoiceId;
  readonly at: Instant;
}

/** All that is held about one customer. */
export interface Holdings {
  readonly customer: { readonly name: string };
  readonly records: readonly HoldingRecord[];
  readonly events: readonly UsageEvent[];
}
