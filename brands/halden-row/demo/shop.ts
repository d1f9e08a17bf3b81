import type { Product, Shop, ShopSignal } from '#rules/shop.ts';
import { ladders } from './basket.ts';
import { basketsOfOthers, boughtTogether, type Basket } from './baskets.ts';
import { pictureOf } from './pictures.ts';
import { randomFrom } from './random.ts';
import { stocked, type Stocked } from './range.ts';
import { headline } from './subjects.ts';

/** The towns with a shop of Halden & Row. */
const towns = ['Leeds', 'York', 'Bristol', 'Manchester', 'Edinburgh', 'London'] as const;

/** What counts as sold lately, in weeks. */
const LATELY = 8;

const signals: readonly ShopSignal[] = [
  { use: 'purchases.recommendations', reads: 'orders', items: ['purchases.order_line'], surface: 'shop_window' },
  { use: 'purchases.offers', reads: 'refills', items: ['purchases.order_line'], surface: 'email' },
  { use: 'wish_lists.offers', reads: 'wish_offers', items: ['wish_lists.wish'], surface: 'offer' },
  { use: 'wish_lists.stock', reads: 'wishes', items: ['wish_lists.wish'], surface: 'email' },
  { use: 'loyalty.prices', reads: 'member_prices', items: ['loyalty.membership'], surface: 'offer' },
  { use: 'answers.picks', reads: 'answers', items: ['answers.answer'], surface: 'shop_window' },
  { use: 'sizes.advice', reads: 'sizes', items: ['sizes.top', 'sizes.bottom', 'sizes.shoe'], surface: 'shop_window' },
  { use: 'browsing.shortlist', reads: 'visits', items: ['browsing.page'], surface: 'shop_window' },
  { use: 'interests.home', reads: 'conclusions', items: ['interests.interest'], surface: 'shop_window' },
  { use: 'interests.email', reads: 'conclusions', items: ['interests.interest'], surface: 'email' },
  { use: 'location.nearby', reads: 'place', items: ['location.place'], surface: 'shop_window' },
];

/** The made-up shop, computed from its shelves and what others bought there: the same every time. */
export function shop(): Shop {
  const baskets = basketsOfOthers();
  const sold = soldLately(baskets);
  return {
    currency: 'GBP',
    products: stocked.map((one) => productOf(one, sold.get(one.id) ?? 0)),
    together: boughtTogether(baskets),
    signals,
    reductions: { member: { share: 0.08, most: 600, from: 1200 }, wish: { share: 0.1, most: 500, from: 0 } },
    headline,
  };
}

function soldLately(baskets: readonly Basket[]): ReadonlyMap<string, number> {
  const sold = new Map<string, number>();
  for (const { weeksAgo, products } of baskets) {
    if (weeksAgo < LATELY) for (const id of products) sold.set(id, (sold.get(id) ?? 0) + 1);
  }
  return sold;
}

/** Which shops and sizes have it follows from its name alone. */
function productOf({ id, label, price, theme, fit, sensitive }: Stocked, sold: number): Product {
  const random = randomFrom(id);
  return {
    id,
    name: label,
    price,
    topic: theme,
    fit,
    sizes: fit === null ? [] : ladders[fit].filter(() => random.chance(0.75)),
    picture: pictureOf(label),
    sensitive,
    refill: theme === 'refill',
    places: towns.filter(() => random.chance(0.55)),
    sold,
  };
}
