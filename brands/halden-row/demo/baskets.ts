import type { Theme } from './life.ts';
import { randomFrom, type Random } from './random.ts';
import { range, type Shelf } from './range.ts';

/** What somebody bought in one go, by product, and how many weeks ago. */
export interface Basket {
  readonly weeksAgo: number;
  readonly products: readonly string[];
}

/** How many other customers there are. */
const CUSTOMERS = 600;

/** What people live through, a chapter each: most furnish some rooms, many dress, some have a child. */
const chapters: readonly (readonly [likely: number, themes: readonly Theme[]])[] = [
  [0.25, ['flat']],
  [0.45, ['bedroom', 'living']],
  [0.3, ['kitchen']],
  [0.2, ['study', 'guest']],
  [0.25, ['garden']],
  [0.25, ['nursery', 'roomy', 'child']],
  [0.25, ['child', 'nursery']],
  [0.6, ['clothes', 'clothes', 'clothes']],
  [0.5, ['refill', 'refill']],
  [0.25, ['gifts']],
];

/**
 * What other customers bought in the last year. Nobody of them is real: each lives through chapters of life as Maya
 * does, and their baskets follow. The same every time.
 */
export function basketsOfOthers(): readonly Basket[] {
  const random = randomFrom('the baskets of others');
  return Array.from({ length: CUSTOMERS }, () => basketsOfOne(random)).flat();
}

function basketsOfOne(random: Random): Basket[] {
  const themes = chapters.flatMap(([likely, list]) => (random.chance(likely) ? list : []));
  return themes.flatMap((theme) => {
    // A chapter is gone through from its start, a few neighbouring things at a time.
    const shelves = range[theme];
    const shelf = shelves[random.between(0, shelves.length - 1)] ?? [];
    const begins = random.between(20, 52);
    const steps = random.between(1, 3);
    return Array.from({ length: steps }, (_, step) => {
      const products = neighbours(shelf, random);
      if (theme !== 'refill' && random.chance(0.15))
        products.push(...neighbours(range.refill[0] ?? [], random).slice(0, 1));
      return { weeksAgo: Math.max(0, begins - Math.floor((begins / steps) * (step + random.next()))), products };
    });
  });
}

/** Some of what lies close together. */
function neighbours(shelf: Shelf, random: Random): string[] {
  const reach = 7;
  const first = random.between(0, Math.max(0, shelf.length - reach));
  return shelf.slice(first, first + reach).flatMap(({ id }) => (random.chance(0.5) ? [id] : []));
}

/** How often two things were in one basket, for each thing, most often first. */
export function boughtTogether(
  baskets: readonly Basket[],
): Readonly<Record<string, readonly (readonly [product: string, times: number])[]>> {
  const pairs = new Map<string, Map<string, number>>();
  for (const { products } of baskets) {
    for (const one of products) {
      const others = pairs.get(one) ?? new Map<string, number>();
      for (const other of products) if (other !== one) others.set(other, (others.get(other) ?? 0) + 1);
      pairs.set(one, others);
    }
  }
  return Object.fromEntries(
    [...pairs].map(([one, others]) => [
      one,
      [...others].filter(([, times]) => times > 1).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
    ]),
  );
}
