import type { Product, Shop } from './shop.ts';

/** A thing that goes with another, and how well: above 0, and 1 for things that are only ever bought together. */
interface Companion {
  readonly product: Product;
  readonly likeness: number;
}

/** A shop, sorted once so that a customer's page is quick. Sensitive things are not in it at all. */
export interface ShopIndex {
  readonly find: (id: unknown) => Product | undefined;
  /** What everyone sees: of each topic what sold most, then of each the next. */
  readonly bestsellers: readonly Product[];
  readonly about: (topic: string) => readonly Product[];
  readonly companions: (product: Product) => readonly Companion[];
}

/** Sorts a shop. */
export function indexOf({ products, together }: Shop): ShopIndex {
  const open = products.filter((one) => !one.sensitive).toSorted((a, b) => b.sold - a.sold || (a.id < b.id ? -1 : 1));
  const byId = new Map(open.map((one) => [one.id, one]));
  const byTopic = Map.groupBy(open, (one) => one.topic);
  const pairs = (id: string) => (Object.hasOwn(together, id) ? (together[id] ?? []) : []);
  const often = new Map(products.map(({ id }) => [id, pairs(id).reduce((sum, [, times]) => sum + times, 0)]));
  const companions = new Map(
    open.map(({ id }) => [
      id,
      pairs(id).flatMap(([other, times]): Companion[] => {
        const product = byId.get(other);
        if (!product || other === id) return [];
        // Divided by how often each is bought with anything, or else what sells most would go with everything.
        const usual = Math.sqrt((often.get(id) ?? 0) * (often.get(other) ?? 0));
        return usual > 0 ? [{ product, likeness: times / usual }] : [];
      }),
    ]),
  );
  return {
    find: (id) => (typeof id === 'string' ? byId.get(id) : undefined),
    bestsellers: inTurn([...byTopic.values()]),
    about: (topic) => byTopic.get(topic) ?? [],
    companions: ({ id }) => companions.get(id) ?? [],
  };
}

/** One of each list in turn, so that none drowns the rest. */
export function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
}
