import type { Calendar } from './calendar.ts';
import type { Product } from './catalogue.ts';
import type { Random } from './random.ts';
import { rooms } from './rooms.ts';
import { shelves, wardrobe } from './wardrobe.ts';

/** Three years, in days back from today: a shared flat in Leeds, a house in York, a child. */
export const life = { joined: 1088, moved: 702, birth: 205 } as const;

/** Where she lives on a day. */
export const homeOn = (daysAgo: number): 'Leeds' | 'York' => (daysAgo > life.moved ? 'Leeds' : 'York');

/** What an order is about. Visits and conclusions follow from it. */
export type Theme = keyof typeof rooms | 'clothes' | 'roomy' | 'child' | 'refill' | 'gifts';

/** An order before it has prices: what she sets out to buy on a day. */
export interface Errand {
  readonly daysAgo: number;
  readonly theme: Theme;
  readonly wanted: readonly Product[];
}

/** Things bought once, in their order, spread over a stretch of days. */
interface Chapter {
  readonly theme: Theme;
  readonly wanted: readonly Product[];
  readonly from: number;
  readonly to: number;
  readonly orders: number;
}

const chapters: readonly Chapter[] = [
  { theme: 'flat', wanted: rooms.flat, from: 1086, to: 770, orders: 10 },
  { theme: 'bedroom', wanted: rooms.bedroom, from: 706, to: 652, orders: 5 },
  { theme: 'kitchen', wanted: rooms.kitchen, from: 688, to: 590, orders: 6 },
  { theme: 'living', wanted: rooms.living, from: 645, to: 500, orders: 8 },
  { theme: 'study', wanted: rooms.study, from: 490, to: 440, orders: 4 },
  { theme: 'guest', wanted: rooms.guest, from: 430, to: 385, orders: 3 },
  { theme: 'garden', wanted: rooms.garden, from: 600, to: 150, orders: 5 },
  { theme: 'nursery', wanted: rooms.nursery, from: 325, to: 40, orders: 8 },
  { theme: 'roomy', wanted: wardrobe.roomy, from: 335, to: 232, orders: 3 },
  { theme: 'child', wanted: wardrobe.newborn, from: 262, to: 208, orders: 4 },
  { theme: 'child', wanted: wardrobe.months3, from: 199, to: 140, orders: 4 },
  { theme: 'child', wanted: wardrobe.months6, from: 118, to: 66, orders: 4 },
  { theme: 'child', wanted: wardrobe.months9, from: 44, to: 4, orders: 3 },
];

const inOrder = (chapter: Chapter, random: Random): Errand[] =>
  Array.from({ length: chapter.orders }, (_, turn) => {
    const cut = (part: number): number => Math.round((chapter.wanted.length * part) / chapter.orders);
    const step = (chapter.from - chapter.to) / chapter.orders;
    return {
      daysAgo: Math.round(chapter.from - step * (turn + 0.7 * random.next())),
      theme: chapter.theme,
      wanted: chapter.wanted.slice(cut(turn), cut(turn + 1)),
    };
  });

const seasonOf = (month: number): readonly Product[] => {
  if (month <= 2 || month === 12) return wardrobe.winter;
  if (month <= 5) return wardrobe.spring;
  return month <= 8 ? wardrobe.summer : wardrobe.autumn;
};

/** A few things off a shelf, the next time a few others. */
function takeFrom(taken: Map<readonly Product[], number>, shelf: readonly Product[], count: number): Product[] {
  const start = taken.get(shelf) ?? 0;
  taken.set(shelf, start + count);
  return Array.from({ length: count }, (_, step) => shelf[(start + step) % shelf.length]).filter((one) => !!one);
}

/** Every errand of the three years, the oldest first. */
export function errandsOf(calendar: Calendar, random: Random): readonly Errand[] {
  const taken = new Map<readonly Product[], number>();
  const errands = chapters.flatMap((chapter) => inOrder(chapter, random));
  for (let start = life.joined - 4; start > 30; start -= 30) {
    const inMonth = (): number => start - random.between(0, 27);
    const clothes = random.chance(0.45) ? 2 : 1;
    for (let turn = 0; turn < clothes; turn += 1) {
      const daysAgo = inMonth();
      const wanted = takeFrom(taken, seasonOf(calendar.month(daysAgo)), random.between(2, 5));
      errands.push({ daysAgo, theme: 'clothes', wanted });
    }
    if (random.chance(0.75)) {
      errands.push({
        daysAgo: inMonth(),
        theme: 'refill',
        wanted: takeFrom(taken, shelves.refill, random.between(2, 3)),
      });
    }
  }
  for (let daysAgo = life.joined - 4; daysAgo > 0; daysAgo -= 1) {
    if (calendar.month(daysAgo) !== 12 || ![3, 9, 15].includes(calendar.dayOfMonth(daysAgo))) continue;
    errands.push({ daysAgo, theme: 'gifts', wanted: takeFrom(taken, shelves.gifts, random.between(3, 4)) });
  }
  return errands.toSorted((a, b) => b.daysAgo - a.daysAgo);
}
