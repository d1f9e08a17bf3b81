import type { Reason } from '#contract/preview.ts';
import type { Instant } from '#contract/primitives.ts';
import { listIn } from './answer.ts';
import { isWrong, lapseOf, standing } from './conclusions.ts';
import type { HoldingRecord } from './holdings.ts';
import { isDue, refillRhythm } from './refill.ts';
import { inTurn, type ShopIndex } from './shop-index.ts';
import type { Product, Reduction, Shop, ShopSignal } from './shop.ts';

const DAY = 86_400_000;
/** After so long a thing that was bought says half as much. */
const HALF_LIFE = 90 * DAY;
/** What was looked at longer ago is no longer looked for. */
const SHORTLIST = 90 * DAY;

/** A thing that could be shown, and why. */
export interface Candidate {
  readonly product: Product;
  readonly reason: Reason;
  /** Minor units. */
  readonly paid: number;
}

/** What a signal says: its things, the best first, and how many records they rest on. */
export interface Said {
  readonly candidates: readonly Candidate[];
  readonly records: number;
}

/** What a signal is asked with. `records` are those that it may read, newest first. */
export interface Asked {
  readonly records: readonly HoldingRecord[];
  readonly index: ShopIndex;
  readonly reductions: Shop['reductions'];
  readonly forbidden: ReadonlySet<string>;
  readonly now: Instant;
}

/** What each signal says of the records that it may read. */
export const says: Readonly<Record<ShopSignal['reads'], (asked: Asked) => Said>> = {
  orders: goesWithOrders,
  refills: buyAgain,
  visits: seenTwice,
  wishes: (asked) => wished(asked, 'wished', null),
  wish_offers: (asked) => wished(asked, 'wish_offer', asked.reductions.wish),
  answers: aboutAnswers,
  conclusions: aboutConclusions,
  place: inStockNear,
  sizes: inYourSize,
  member_prices: atMemberPrice,
};

/** At the shelf price, or a reduced one. */
export function candidate(product: Product, kind: Reason['kind'], of: string | null, less: Reduction | null = null) {
  const off =
    less && product.price >= less.from ? Math.min(less.most, Math.round((product.price * less.share) / 10) * 10) : 0;
  return { product, reason: { kind, of }, paid: product.price - off } satisfies Candidate;
}

/** Things that others bought together with the customer's, where what was bought lately says more. */
function goesWithOrders({ records, index, now }: Asked): Said {
  const kept = records.filter(({ data }) => data['returned'] !== true);
  const weights = new Map<Product, number>();
  for (const { at, data } of kept) {
    const own = index.find(data['product']);
    const weight = 0.5 ** ((Date.parse(now) - Date.parse(at)) / HALF_LIFE);
    if (own) weights.set(own, (weights.get(own) ?? 0) + weight);
  }
  const scores = new Map<Product, { score: number; best: number; of: string }>();
  for (const [own, weight] of weights) {
    for (const { product, likeness } of index.companions(own)) {
      const adds = weight * likeness;
      const before = scores.get(product);
      if (!before) {
        scores.set(product, { score: adds, best: adds, of: own.name });
        continue;
      }
      before.score += adds;
      if (adds > before.best) Object.assign(before, { best: adds, of: own.name });
    }
  }
  const candidates = [...scores]
    .toSorted(([a, one], [b, other]) => other.score - one.score || (a.id < b.id ? -1 : 1))
    .map(([product, { of }]) => candidate(product, 'bought_with', of));
  return { candidates, records: kept.length };
}

function buyAgain({ records, index, now }: Asked): Said {
  const refills = records.filter(({ data }) => data['returned'] !== true && index.find(data['product'])?.refill);
  const bought = [...Map.groupBy(refills, ({ data }) => index.find(data['product']))].flatMap(([product, lines]) => {
    const times = lines.map(({ at }) => Date.parse(at));
    if (!product || !isDue(times, now)) return [];
    const { last, lasts } = refillRhythm(times);
    return [{ product, waits: (Date.parse(now) - last) / Math.max(lasts, DAY), often: times.length }];
  });
  const candidates = bought
    .toSorted((a, b) => b.often - a.often || b.waits - a.waits || (a.product.id < b.product.id ? -1 : 1))
    .map(({ product }) => candidate(product, 'buy_again', null));
  return { candidates, records: refills.length };
}

/** Things looked at on two days or more, lately. */
function seenTwice({ records, index, now }: Asked): Said {
  const since = Date.parse(now) - SHORTLIST;
  const older = records.findIndex(({ at }) => Date.parse(at) < since);
  const lately = older < 0 ? records : records.slice(0, older);
  const days = new Map<Product, Set<string>>();
  for (const { at, data } of lately) {
    const product = index.find(data['product']);
    if (product) days.set(product, (days.get(product) ?? new Set()).add(at.slice(0, 10)));
  }
  const candidates = [...days]
    .filter(([, on]) => on.size > 1)
    .toSorted(([a, one], [b, other]) => other.size - one.size || (a.id < b.id ? -1 : 1))
    .map(([product]) => candidate(product, 'seen_twice', null));
  return { candidates, records: lately.length };
}

function wished({ records, index }: Asked, kind: 'wished' | 'wish_offer', less: Reduction | null): Said {
  const wishes = records.flatMap(({ data }) => {
    const product = data['ordered'] === true ? undefined : index.find(data['product']);
    return product ? [candidate(product, kind, typeof data['list'] === 'string' ? data['list'] : null, less)] : [];
  });
  return { candidates: wishes, records: wishes.length };
}

function aboutAnswers({ records, index }: Asked): Said {
  const topics = records.flatMap(({ data, label }) => {
    const { value, words } = data;
    if (typeof data['question'] !== 'string' || typeof value !== 'string') return [];
    const whole = typeof words === 'string' ? words : label;
    const several = listIn(whole);
    return [(listIn(value) ?? [value]).map((topic, at) => about(index, topic, 'answered', several?.[at] ?? whole))];
  });
  return { candidates: inTurn(topics.flat()), records: topics.filter((one) => one.flat().length > 0).length };
}

function aboutConclusions({ records, index, forbidden, now }: Asked): Said {
  const ending = records.filter((one) => typeof one.data['topic'] === 'string' && lapseOf(one) !== null);
  const stand = standing(ending, (one) => lapseOf(one) ?? now, forbidden, now).filter((one) => !isWrong(one));
  const things = stand.map(({ data, label }) => about(index, String(data['topic']), 'concluded', label));
  return { candidates: inTurn(things), records: stand.length };
}

const about = (index: ShopIndex, topic: string, kind: Reason['kind'], of: string): Candidate[] =>
  index.about(topic).map((product) => candidate(product, kind, of));

/** The town where the customer was last, of those that have a shop. */
function inStockNear({ records, index }: Asked): Said {
  const towns = new Set(index.bestsellers.flatMap((product) => product.places));
  const town = records.map(({ label }) => label.split(',')[0]?.trim() ?? '').find((one) => towns.has(one));
  if (town === undefined) return { candidates: [], records: 0 };
  const there = index.bestsellers.filter((product) => product.places.includes(town));
  return { candidates: there.map((product) => candidate(product, 'in_stock_near', town)), records: 1 };
}

/** The customer's newest size of each kind, of records that stand newest first. */
export function sizesIn(records: readonly HoldingRecord[]): ReadonlyMap<string, string> {
  const sizes = new Map<string, string>();
  for (const { item, data } of records) {
    if (typeof data['size'] === 'string' && !sizes.has(item)) sizes.set(item, data['size']);
  }
  return sizes;
}

function inYourSize({ records, index }: Asked): Said {
  const sizes = sizesIn(records);
  const candidates = index.bestsellers.flatMap((product) => {
    const size = product.fit === null ? undefined : sizes.get(product.fit);
    return size !== undefined && product.sizes.includes(size) ? [candidate(product, 'size', size)] : [];
  });
  return { candidates, records: sizes.size };
}

/** What sells most, at the price of whoever is a member. */
function atMemberPrice({ records, index, reductions: { member } }: Asked): Said {
  if (records.length === 0) return { candidates: [], records: 0 };
  const reduced = index.bestsellers.filter((product) => product.price >= member.from);
  return { candidates: reduced.map((product) => candidate(product, 'member_price', null, member)), records: 1 };
}
