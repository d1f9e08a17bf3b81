import type { OrderLine } from '#rules/holdings.ts';
import type { Calendar } from './calendar.ts';
import type { Fit, Product } from './catalogue.ts';
import type { History } from './decisions.ts';
import { homeOn, type Errand, type Theme } from './life.ts';
import type { Random } from './random.ts';

/** One line of an order, with what happened around it. */
interface Line extends OrderLine {
  readonly label: string;
  readonly fit: Fit | null;
  /** When she put it on a wish list; null = she did not. */
  readonly wishedDaysAgo: number | null;
  /** When and why it came back; null = it stayed. */
  readonly sentBack: { readonly daysAgo: number; readonly why: string } | null;
}

/** An order as it was placed. */
export interface Order {
  readonly id: string;
  readonly daysAgo: number;
  readonly minute: number;
  readonly theme: Theme;
  readonly to: 'Leeds' | 'York';
  readonly lines: readonly Line[];
  /** In pence, before vouchers. */
  readonly total: number;
}

/** The sizes of each kind, the smallest first. */
export const ladders: Readonly<Record<Fit, readonly string[]>> = {
  top: ['XS', 'S', 'M', 'L'],
  bottom: ['26', '28', '30', '32'],
  shoe: ['38', '39', '40', '41'],
};

/** Her size on a day: it changes once, after the child. */
export function usualSize(fit: Fit, daysAgo: number): string {
  if (fit === 'shoe') return '39';
  if (fit === 'top') return daysAgo > 150 ? 'S' : 'M';
  return daysAgo > 150 ? '28' : '30';
}

const several: Readonly<Record<string, number>> = {
  'spindle-chair': 4,
  'oak-stool': 2,
  'terracotta-pot-30-cm': 3,
  'feather-pillow': 2,
  'bath-towel-sage': 2,
  'bath-towel-white': 2,
};
const colours = ['navy', 'oatmeal', 'sage', 'black', 'rust'] as const;

/** Turns errands into orders. What was never allowed leaves no trace: no pick, no advice, no lower price. */
export function ordersOf(errands: readonly Errand[], calendar: Calendar, history: History, random: Random): Order[] {
  const had = new Map<string, number>();
  const now = {
    picked: random.every(5),
    advised: random.every(9),
    memberPrice: random.every(14),
    offered: random.every(5),
    misfit: random.every(5),
    lateMisfit: random.every(45),
    disliked: random.every(80),
  };
  let number = 48_100;

  const sizeFor = (fit: Fit, daysAgo: number, mayAdvise: boolean): { size: string; advised: string | null } => {
    const usual = usualSize(fit, daysAgo);
    if (!mayAdvise || !now.advised()) return { size: usual, advised: null };
    const ladder = ladders[fit];
    const advised = ladder[ladder.indexOf(usual) + (random.chance(0.7) ? 1 : -1)] ?? usual;
    return { size: random.chance(0.8) ? advised : usual, advised };
  };

  const priceOf = (product: Product, wished: boolean, at: string): Pick<Line, 'paid' | 'priced'> => {
    const off = (share: number, most: number): number =>
      product.price - Math.min(most, Math.round((product.price * share) / 10) * 10);
    if (wished && history.on('wish_lists.offers', at) && now.offered()) {
      return { paid: off(0.1, 500), priced: 'wish_list_offer' };
    }
    if (product.price >= 1200 && history.on('loyalty.prices', at) && now.memberPrice()) {
      return { paid: off(0.08, 600), priced: 'member' };
    }
    return { paid: product.price, priced: 'shelf' };
  };

  const sentBack = (fit: Fit | null, daysAgo: number, kept: boolean): Line['sentBack'] => {
    const when = daysAgo - random.between(7, 20);
    if (kept || when < 1) return null;
    const misfit = fit !== null && (daysAgo > 730 ? now.misfit() : now.lateMisfit());
    if (!misfit && !now.disliked()) return null;
    return {
      daysAgo: when,
      why: misfit ? random.pick(['too small', 'too large']) : random.pick(['arrived damaged', 'not as pictured']),
    };
  };

  return errands.map((errand): Order => {
    const { daysAgo, theme } = errand;
    const minute = random.between(1130, 1345);
    const at = calendar.at(daysAgo, minute);
    const id = `HR-${(number += random.between(21, 260))}`;
    let mayBePick = history.on('purchases.recommendations', at) && now.picked();
    const lines = errand.wanted.map((product): Line => {
      const before = had.get(product.id) ?? 0;
      had.set(product.id, before + 1);
      const { size, advised } =
        product.fit === null
          ? { size: product.size, advised: null }
          : sizeFor(product.fit, daysAgo, history.on('sizes.advice', at));
      const wished = daysAgo < 1070 && theme !== 'refill' && theme !== 'gifts' && random.chance(0.2);
      const fromPick = mayBePick && !wished;
      mayBePick &&= !fromPick;
      const back = sentBack(product.fit, daysAgo, advised !== null && advised === size);
      const colour =
        product.fit !== null && before > 0 ? `, ${colours[(before + product.id.length) % colours.length]}` : '';
      return {
        order: id,
        product: product.id,
        label: `${product.label}${colour}${product.fit === null ? '' : `, ${size}`}`,
        fit: product.fit,
        size,
        quantity: several[product.id] ?? 1,
        shelf: product.price,
        ...priceOf(product, wished, at),
        currency: 'GBP',
        advisedSize: advised,
        returned: back !== null,
        fromPick,
        wishedDaysAgo: wished ? Math.min(daysAgo + random.between(5, 48), 1082) : null,
        sentBack: back,
      };
    });
    const total = lines.reduce((sum, line) => sum + line.paid * line.quantity, 0);
    return { id, daysAgo, minute, theme, to: homeOn(daysAgo), lines, total };
  });
}
