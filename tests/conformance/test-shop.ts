import { recommender } from '#rules/recommend.ts';
import type { Product } from '#rules/shop.ts';

const names = ['Lamp', 'Bulb', 'Chair', 'Desk', 'Shelf', 'Stool', 'Vase', 'Clock'];

const product = (name: string, rank: number): Product => ({
  id: name.toLowerCase(),
  name,
  price: 1000 * (rank + 1),
  topic: `${name.toLowerCase()}s`,
  fit: null,
  sizes: [],
  picture: null,
  sensitive: false,
  refill: false,
  places: [],
  // What goes with a lamp is what fewest buy, so that nobody is shown it who bought none.
  sold: name === 'Bulb' ? 1 : 100 - rank,
});

/** What the test brand's customers meet in its shop: whoever bought a lamp is shown a bulb, where that use is on. */
export const testExperience = recommender({
  currency: 'USD',
  products: names.map(product),
  together: { lamp: [['bulb', 5]], bulb: [['lamp', 5]] },
  signals: [
    { use: 'purchases.recommendations', reads: 'orders', items: ['purchases.order_line'], surface: 'shop_window' },
  ],
  reductions: { member: { share: 0.1, most: 500, from: 1000 }, wish: { share: 0.1, most: 500, from: 1000 } },
  headline: () => null,
});
