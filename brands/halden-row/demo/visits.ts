import type { Order } from './basket.ts';
import type { Calendar } from './calendar.ts';
import type { Product } from './catalogue.ts';
import { homeOn, life, type Theme } from './life.ts';
import type { Random } from './random.ts';
import { range } from './range.ts';

/** One sitting in the shop: when, where, on what about, and what she opened. */
export interface Visit {
  readonly daysAgo: number;
  readonly minute: number;
  readonly place: string;
  readonly away: boolean;
  readonly pages: readonly Page[];
}

/** A page she opened; one that shows a thing of the shop names it. */
interface Page {
  readonly label: string;
  /** What a thing or a shelf is about. Null = a step on the way to an order, which says nothing of her. */
  readonly topic: Theme | null;
  readonly product: Pick<Product, 'id' | 'fit'> | null;
}

const steps: readonly Page[] = ['Basket', 'Delivery', 'Order sent'].map((label) => ({
  label,
  topic: null,
  product: null,
}));

const sections: Readonly<Record<Theme, readonly [string, ...string[]]>> = {
  flat: ['Bed linen', 'Kitchen things', 'Small storage', 'Towels'],
  bedroom: ['Beds', 'Bed linen', 'Bedside lamps', 'Chests of drawers'],
  kitchen: ['Tables', 'Chairs and stools', 'Table linen', 'Cookware'],
  living: ['Sofas', 'Rugs', 'Table lamps', 'Curtains', 'Bookcases'],
  study: ['Desks', 'Desk lamps', 'Shelves'],
  guest: ['Sofa beds', 'Blinds', 'Wardrobes'],
  garden: ['Garden furniture', 'Pots and planters', 'Outdoor lights'],
  nursery: ['Cots', 'Nursery storage', 'Baby bedding', 'Night lights'],
  clothes: ['New in', 'Coats and jackets', 'Knitwear', 'Dresses', 'Trousers', 'Shoes'],
  roomy: ['Maternity', 'Nursing tops'],
  child: ['Baby clothes', 'Sleepsuits', 'Baby coats'],
  refill: ['Candles', 'Towels', 'Bed linen'],
  gifts: ['Gifts', 'Gifts under £30', 'Tree and table'],
};

const journeys: readonly (readonly [from: number, to: number, place: string])[] = [
  [1011, 1003, 'Lisbon'],
  [829, 825, 'Edinburgh'],
  [661, 656, 'Whitby'],
  [457, 446, 'Porto'],
  [289, 286, 'London'],
];

/** Where she is on a day, as roughly as the shop knows it. */
function placeOn(daysAgo: number, minute: number, calendar: Calendar): { place: string; away: boolean } {
  const journey = journeys.find(([from, to]) => daysAgo <= from && daysAgo >= to);
  if (journey) return { place: journey[2], away: true };
  const christmas = calendar.month(daysAgo) === 12 && calendar.dayOfMonth(daysAgo) >= 23;
  if (christmas && calendar.dayOfMonth(daysAgo) <= 28) return { place: 'Harrogate', away: true };
  const office = minute < 1080 && ![0, 5, 6].includes(calendar.weekday(daysAgo));
  if (office && daysAgo > 220) return { place: 'Leeds, city centre', away: false };
  return { place: homeOn(daysAgo) === 'Leeds' ? 'Leeds, LS6' : 'York, YO23', away: false };
}

const pageOf = (topic: Theme, product: Product): Page => ({ label: product.label, topic, product });

const pageOfLine = (topic: Theme, { label, product, fit }: Order['lines'][number]): Page => ({
  label,
  topic,
  product: { id: product, fit },
});

/** Every visit of the three years, the oldest first: some before each order, one with it, and some for no reason. */
export function visitsOf(orders: readonly Order[], calendar: Calendar, random: Random): readonly Visit[] {
  const visits: Visit[] = [];
  const visit = (daysAgo: number, theme: Theme, ending?: { minute: number; bought: readonly Page[] }): void => {
    if (daysAgo < 1 || daysAgo > life.joined) return;
    const about = range[theme].flat();
    const first = random.between(0, about.length - 1);
    const shelf = (): Page => ({ label: random.pick(sections[theme]), topic: theme, product: null });
    const pages: Page[] = [shelf()];
    for (let step = random.between(2, 8); step > 0; step -= 1) {
      if (random.chance(0.3)) {
        pages.push(shelf());
        continue;
      }
      const next = about[(first + random.between(0, 5)) % about.length];
      if (next !== undefined) pages.push(pageOf(theme, next));
    }
    if (ending) pages.push(...ending.bought, ...steps);
    const start =
      ending === undefined
        ? random.pick([random.between(440, 520), random.between(720, 800), random.between(1160, 1290)])
        : ending.minute - 3 * pages.length;
    visits.push({ daysAgo, minute: start, ...placeOn(daysAgo, start, calendar), pages });
  };
  for (const { daysAgo, minute, theme, lines } of orders) {
    visit(daysAgo, theme, { minute, bought: lines.map((line) => pageOfLine(theme, line)) });
    for (let more = random.between(1, 3); more > 0; more -= 1) visit(daysAgo + random.between(1, 11), theme);
  }
  for (let daysAgo = life.joined; daysAgo > 0; daysAgo -= 1) {
    if (!random.chance(0.3) && daysAgo > 1) continue;
    const next = orders.find((order) => order.daysAgo < daysAgo)?.theme ?? 'clothes';
    visit(daysAgo, random.chance(0.5) ? next : 'clothes');
  }
  return visits.toSorted((a, b) => b.daysAgo - a.daysAgo || a.minute - b.minute);
}
