import type { Product } from './catalogue.ts';
import type { Theme } from './life.ts';
import { moreThings, remedies } from './more-things.ts';
import { rooms } from './rooms.ts';
import { shelves, wardrobe } from './wardrobe.ts';

/** A thing of the shop, where it stands, and whether it tells of somebody's health. */
export interface Stocked extends Product {
  readonly theme: Theme;
  readonly sensitive: boolean;
}

/** What somebody buys in one chapter of life, in the order in which it is wanted. */
export type Shelf = readonly Stocked[];

const health = /nursing|maternity/i;

const stock = (theme: Theme, products: readonly Product[]): Shelf =>
  products.map((product) => ({ ...product, theme, sensitive: theme === 'roomy' || health.test(product.label) }));

/** New things lie among the old, as in a shop, so that both are bought together. */
const among = (products: readonly Product[], more: readonly Product[]): readonly Product[] => {
  const every = Math.max(1, Math.floor(products.length / (more.length + 1)));
  const mixed = products.flatMap((product, index) => {
    const next = (index + 1) % every === 0 ? more[(index + 1) / every - 1] : undefined;
    return next ? [product, next] : [product];
  });
  return [...mixed, ...more.slice(Math.floor(products.length / every))];
};

const shelf = (theme: Theme, products: readonly Product[]): Shelf => stock(theme, among(products, moreThings[theme]));

/** The shop's shelves, by what somebody comes for. */
export const range: Readonly<Record<Theme, readonly Shelf[]>> = {
  flat: [shelf('flat', rooms.flat)],
  bedroom: [shelf('bedroom', rooms.bedroom)],
  kitchen: [shelf('kitchen', rooms.kitchen)],
  living: [shelf('living', rooms.living)],
  study: [shelf('study', rooms.study)],
  guest: [shelf('guest', rooms.guest)],
  garden: [shelf('garden', rooms.garden)],
  nursery: [shelf('nursery', rooms.nursery)],
  clothes: [wardrobe.spring, wardrobe.summer, wardrobe.autumn, wardrobe.winter].map((season, index) =>
    stock(
      'clothes',
      among(
        season,
        moreThings.clothes.filter((_, place) => place % 4 === index),
      ),
    ),
  ),
  roomy: [shelf('roomy', wardrobe.roomy)],
  child: [
    stock('child', wardrobe.newborn),
    stock('child', wardrobe.months3),
    stock('child', among(wardrobe.months6, moreThings.child.slice(0, 2))),
    stock('child', among(wardrobe.months9, moreThings.child)),
  ],
  refill: [shelf('refill', shelves.refill)],
  gifts: [shelf('gifts', shelves.gifts)],
};

const aids: Shelf = remedies.map((product) => ({ ...product, theme: 'study', sensitive: true }));

/** Every thing once. */
export const stocked: readonly Stocked[] = [
  ...new Map([...Object.values(range).flat(2), ...aids].map((one) => [one.id, one])).values(),
];
