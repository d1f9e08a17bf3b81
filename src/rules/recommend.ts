import type { Experience, ShownThing } from '#contract/preview.ts';
import type { Instant } from '#contract/primitives.ts';
import { forbiddenTopics } from './conclusions.ts';
import { indexOf, type ShopIndex } from './shop-index.ts';
import { isDue } from './refill.ts';
import { hear, type Heard } from './shop-hearing.ts';
import { candidate, says, sizesIn, type Candidate } from './shop-signals.ts';
import type { MakeExperience, Product, Shop, ShopSignal } from './shop.ts';

/** How many things stand in a shop window, an e-mail or an offer. */
const THINGS = 6;

/**
 * The reference maker of what a customer meets, for a shop. Every signal whose use is allowed, and which shows in the
 * place that is asked about, names things; they take turns, and what sells most fills up. A signal reads the records of
 * its own items alone, without what is kept for the law, has expired, or lies ahead. The same question has always the
 * same answer.
 */
export function recommender(shop: Shop): MakeExperience {
  const index = indexOf(shop);
  return (asked) => {
    const surface = surfaceOf(shop.signals, asked.about);
    const heard = hear(shop.signals, surface, asked);
    const forbidden = forbiddenTopics(asked.holdings.records);
    const said = heard.map(({ signal, records }) => ({
      use: signal.use,
      ...says[signal.reads]({ records, index, reductions: shop.reductions, forbidden, now: asked.now }),
    }));
    const everyone = index.bestsellers.map((product) => candidate(product, 'bestseller', null));
    const mayShow = filterOf(heard, index, asked.now);
    const lists = said.map((one) => one.candidates);
    const things = take(lists, everyone, mayShow).map((one) => shown(one, shop.currency));
    const [first] = things;
    const headline = first ? shop.headline(surface, first, asked.language) : null;
    const drewOn = said.flatMap(({ use, records }) => (records > 0 ? [{ use, records }] : []));
    return Promise.resolve({ experience: { surface, headline, things }, drewOn });
  };
}

/** Where a use shows; for a category, where the first of its uses does. What shows nowhere is looked for in the shop. */
function surfaceOf(signals: readonly ShopSignal[], about: string): Experience['surface'] {
  const signal = signals.find(({ use }) => use === about) ?? signals.find(({ use }) => use.startsWith(`${about}.`));
  return signal?.surface ?? 'shop_window';
}

/** What the customer has is left out, unless it is a refill and due; so is what there is not in their size. */
function filterOf(heard: readonly Heard[], index: ShopIndex, now: Instant): (product: Product) => boolean {
  const bought = new Map<Product, number[]>();
  let sizes: ReadonlyMap<string, string> = new Map();
  for (const { signal, records } of heard) {
    if (signal.reads === 'sizes') sizes = sizesIn(records);
    if (signal.reads !== 'orders' && signal.reads !== 'refills') continue;
    for (const { at, data } of records) {
      const product = index.find(data['product']);
      if (product) bought.set(product, [...(bought.get(product) ?? []), Date.parse(at)]);
    }
  }
  return (product) => {
    const times = bought.get(product);
    if (times && !(product.refill && isDue(times, now))) return false;
    const size = product.fit === null ? undefined : sizes.get(product.fit);
    return size === undefined || product.sizes.includes(size);
  };
}

/** The best of each list in turn, no thing twice; what everyone sees fills up. */
function take(
  lists: readonly (readonly Candidate[])[],
  everyone: readonly Candidate[],
  mayShow: (product: Product) => boolean,
): Candidate[] {
  const taken = new Map<Product, Candidate>();
  const next = (list: Iterator<Candidate>): boolean => {
    for (let step = list.next(); !step.done; step = list.next()) {
      const { product } = step.value;
      if (taken.has(product) || !mayShow(product)) continue;
      taken.set(product, step.value);
      return true;
    }
    return false;
  };
  let turns = lists.map((list) => list.values());
  while (turns.length > 0 && taken.size < THINGS) turns = turns.filter((list) => taken.size < THINGS && next(list));
  const rest = everyone.values();
  while (taken.size < THINGS && next(rest));
  return [...taken.values()];
}

const shown = ({ product, reason, paid }: Candidate, currency: string): ShownThing => ({
  product: product.id,
  name: product.name,
  price: { shelf: product.price, paid, currency },
  picture: product.picture,
  reason,
});
