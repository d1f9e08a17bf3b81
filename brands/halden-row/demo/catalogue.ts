/** What a thing in the shop must fit. */
export type Fit = 'top' | 'bottom' | 'shoe';

/** A thing in the shop. `price` is in pence. */
export interface Product {
  readonly id: string;
  readonly label: string;
  readonly price: number;
  /** It comes in sizes of this kind, chosen by the customer. */
  readonly fit: Fit | null;
  /** It has this one size, such as "0–3 months". */
  readonly size: string | null;
}

/** A label, a price in pounds, and what it must fit. */
export type Entry = readonly [label: string, pounds: number, fit?: Fit];

/** Things in the order in which somebody buys them. */
export function things(entries: readonly Entry[], size: string | null = null): readonly Product[] {
  return entries.map(([name, pounds, fit = null]) => {
    const label = size === null ? name : `${name}, ${size}`;
    const id = label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    return { id, label, price: Math.round(pounds * 100), fit, size };
  });
}
