import type { HoldingRecord } from '#rules/holdings.ts';
import type { Past, Tell } from './past.ts';

const YEAR = 365;
/** As many things as stand in a shop window, and on a short list, at once. */
const WINDOW = 6;
const SHORT = 12;

const textOf = (record: HoldingRecord, name: string): string => String(record.data[name] ?? '');
const some = <T>(list: readonly T[]): readonly T[] | null => (list.length > 0 ? list : null);

/** The orders before, no more than three, and what they were about. */
function lastOrders({ of }: Past): { readonly orders: number; readonly topics: ReadonlySet<string> } {
  const orders = new Set<string>();
  const topics = new Set<string>();
  for (const line of of('purchases.order_line', 2 * YEAR).toReversed()) {
    if (orders.size === 3 && !orders.has(textOf(line, 'order'))) break;
    orders.add(textOf(line, 'order'));
    topics.add(textOf(line, 'topic'));
  }
  return { orders: orders.size, topics };
}

/** Things she saw that day and did not have, that go with her last orders. `began` = those an order began with. */
export const picks =
  (began: readonly string[]): Tell =>
  (past) => {
    const { orders, topics } = lastOrders(past);
    const pages = past.onDay('browsing.page').filter((page) => typeof page.data['product'] === 'string');
    const seen = new Map(pages.map((page) => [textOf(page, 'product'), textOf(page, 'topic')]));
    const fit = [...seen].filter(([product, topic]) => topics.has(topic) && !past.had(product));
    const picked = new Set([
      ...began.filter((product) => seen.has(product)),
      ...fit.slice(0, WINDOW).map(([product]) => product),
    ]);
    return orders > 0 && picked.size > 0 ? { picked: picked.size, seen: seen.size, day: past.at, orders } : null;
  };

/** Money off what she buys again and again. */
export const repeatOffer: Tell = ({ of }) => {
  const refills = of('purchases.order_line', 2 * YEAR).filter((line) => line.data['topic'] === 'refill');
  const often = [...Map.groupBy(refills, (line) => textOf(line, 'product')).values()].toSorted(
    (a, b) => b.length - a.length,
  )[0];
  return often ? { thing: often.at(-1)?.label ?? '', times: often.length } : null;
};

/** What was bought in a year, as Adreach gets it. */
export const orderList: Tell = ({ of }) => {
  const lines = some(of('purchases.order_line', YEAR));
  return lines && { things: lines.length, since: lines[0]?.at ?? '' };
};

/** Advice on one thing, by the size she told. */
export const sizeAdvice =
  (thing: string, fit: string, advised: string | null): Tell =>
  ({ newest }) => {
    const told = newest(`sizes.${fit}`);
    return told ? { thing, size: advised ?? textOf(told, 'size'), told: told.label } : null;
  };

/** The newest thing to wear that she had looked at, on her measurements. */
export const fitting =
  (isWorn: (product: string) => boolean): Tell =>
  ({ of }) => {
    const page = of('browsing.page', YEAR).findLast((one) => isWorn(textOf(one, 'product')));
    const measurements = of('sizes.measurement').length;
    return page && measurements > 0 ? { thing: page.label, measurements } : null;
  };

/** Her lists as they stood. */
export const keptLists: Tell = ({ of, newest }) => {
  const wish = newest('wish_lists.wish');
  const wishes = of('wish_lists.wish');
  const lists = new Set(wishes.map((one) => textOf(one, 'list')));
  return wish ? { wishes: wishes.length, lists: lists.size, newest: wish.label } : null;
};

/** A thing she had saved, and the day she did. */
export const savedThing =
  (product: string): Tell =>
  ({ of }) => {
    const wish = of('wish_lists.wish').findLast((one) => one.data['product'] === product);
    return wish ? { thing: wish.label, saved: wish.at } : null;
  };

/** The monthly choice of member prices. */
export const memberPrices: Tell = ({ of }) => {
  const lines = some(of('purchases.order_line', 2 * YEAR));
  return lines && { things: 0, thing: '', off: 0, lines: lines.length };
};

/** What was paid less for one thing; `off` in pence. */
export const memberPrice =
  (thing: string, off: number): Tell =>
  ({ of }) => ({ things: 1, thing, off: off / 100, lines: of('purchases.order_line', 2 * YEAR).length });

/** The list that is sold. */
export const pointsSold: Tell = ({ of }) => {
  const entries = some(of('loyalty.point', YEAR));
  return entries && { entries: entries.length, since: entries[0]?.at ?? '' };
};

/** Messages that staff learn from. */
export const lessons: Tell = ({ of }) => {
  const messages = some(of('reviews.message', 183));
  return messages && { messages: messages.length };
};

/** The newest of an item, under the name that its sentence has for it. */
export const newestAs =
  (name: string, item: string, more: Record<string, string | number> = {}): Tell =>
  ({ newest }) => {
    const one = newest(item);
    return one ? { ...more, [name]: one.label } : null;
  };

/** The pages of a day. */
export const pagesOfDay: Tell = ({ onDay, at }) => {
  const pages = some(onDay('browsing.page'));
  return pages && { pages: pages.length, day: at };
};

/** Things she looked at on two days or more of the last three months. */
export const shortList: Tell = ({ of }) => {
  const seen = new Map<unknown, { days: number; day: string; last: HoldingRecord }>();
  for (const page of of('browsing.page', 90)) {
    const { product } = page.data;
    if (product === undefined) continue;
    const known = seen.get(product);
    if (!known) {
      seen.set(product, { days: 1, day: page.at.slice(0, 10), last: page });
      continue;
    }
    known.last = page;
    if (page.at.startsWith(known.day)) continue;
    known.days += 1;
    known.day = page.at.slice(0, 10);
  }
  const twice = [...seen.values()].filter(({ days }) => days > 1);
  const newest = twice.toSorted((a, b) => (a.last.at < b.last.at ? 1 : -1))[0];
  return newest ? { things: Math.min(twice.length, SHORT), newest: newest.last.label } : null;
};

const standing = ({ of, at }: Past, item: string, until: string): readonly HoldingRecord[] =>
  of(item).filter((one) => textOf(one, until) > at);

/** What was concluded and had not lapsed, one for each topic. */
export const guesses: Tell = (past) => {
  const stand = standing(past, 'interests.interest', 'lapses');
  const latest = stand.at(-1);
  const topics = new Set(stand.map((one) => textOf(one, 'topic')));
  return latest ? { conclusions: topics.size, newest: latest.label } : null;
};

/** Her answers that had not lapsed. */
export const answersRead: Tell = (past) => {
  const stand = standing(past, 'answers.answer', 'expires');
  const latest = stand.at(-1);
  return latest ? { answers: stand.length, newest: latest.label } : null;
};

/** What others had sold of her street and home. */
export const boughtFacts =
  (days: number): Tell =>
  ({ of }) => {
    const facts = of('bought.area', days).length + of('bought.household', days).length;
    return facts > 0 ? { facts } : null;
  };
