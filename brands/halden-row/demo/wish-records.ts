import type { Order } from './basket.ts';
import type { Product } from './catalogue.ts';
import type { Diary } from './diary.ts';
import { life, type Theme } from './life.ts';
import { moreThings } from './more-things.ts';
import type { Random } from './random.ts';
import { rooms } from './rooms.ts';
import { keptLists, savedThing } from './tellings.ts';
import { wardrobe } from './wardrobe.ts';

const lists: Partial<Readonly<Record<Theme, string>>> = {
  flat: 'Flat',
  bedroom: 'Bedroom',
  kitchen: 'Kitchen and table',
  living: 'Living room',
  study: 'Study',
  guest: 'Guest room',
  garden: 'Garden',
  nursery: 'Nursery',
  clothes: 'Clothes',
  roomy: 'Clothes',
  child: 'Small clothes',
};

/** Wishes that became orders, wishes that stayed wishes, and the e-mails about them. */
export function writeWishes(diary: Diary, orders: readonly Order[], random: Random): void {
  const made = new Set<string>();
  const wish = (daysAgo: number, topic: Theme, product: string, label: string, price: number): void => {
    const list = lists[topic] ?? 'Clothes';
    const minute = random.between(1180, 1330);
    made.add(list);
    const ordered = orders.some((one) => one.daysAgo < daysAgo && one.lines.some((line) => line.product === product));
    diary.note(['wish_lists', 'wish'], [daysAgo, minute], label, { topic, product, list, price, ordered });
    diary.use('wish_lists.keep', daysAgo, minute, keptLists);
    if (random.chance(0.4)) diary.use('wish_lists.stock', daysAgo - random.between(3, 30), 545, savedThing(product));
    if (random.chance(0.3)) diary.use('wish_lists.offers', daysAgo - random.between(4, 40), 550, savedThing(product));
  };
  for (const { theme, lines } of orders) {
    for (const line of lines) {
      if (line.wishedDaysAgo === null) continue;
      wish(line.wishedDaysAgo, theme, line.product, line.label, line.shelf);
    }
  }
  const dreams: readonly [from: number, to: number, theme: Theme, products: readonly Product[]][] = [
    [1080, 720, 'flat', rooms.living],
    [690, 500, 'living', rooms.guest],
    [480, 240, 'garden', moreThings.garden],
    [1070, 8, 'clothes', [...wardrobe.autumn, ...moreThings.clothes]],
    [120, 6, 'nursery', moreThings.nursery],
  ];
  for (const [from, to, theme, products] of dreams) {
    for (let turn = 0; turn < 9; turn += 1) {
      const product = products[random.between(0, products.length - 1)];
      if (product) wish(random.between(to, from), theme, product.id, product.label, product.price);
    }
  }
  const when: readonly [Theme, number][] = [
    ['flat', 1083],
    ['clothes', 1083],
    ['bedroom', 760],
    ['kitchen', 740],
    ['living', 735],
    ['study', 545],
    ['guest', 492],
    ['garden', 650],
    ['nursery', 374],
    ['child', 312],
  ];
  for (const [theme, daysAgo] of when) {
    const name = lists[theme];
    if (name !== undefined && made.has(name)) {
      diary.note(['wish_lists', 'list'], [Math.min(daysAgo, life.joined - 4), 1170], name, { list: name });
    }
  }
}
