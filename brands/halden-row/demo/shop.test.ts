import { beforeAll, describe, expect, test } from 'vitest';
import { readBrand } from '#brands/in-browser.ts';
import type { Notice } from '#contract/notice.ts';
import { Preview, type Reason } from '#contract/preview.ts';
import type { ChoiceId } from '#contract/primitives.ts';
import type { HoldingRecord, Holdings } from '#rules/holdings.ts';
import { isOptional } from '#rules/options.ts';
import { previewOf } from '#rules/preview.ts';
import { recommender } from '#rules/recommend.ts';
import { demoCustomer } from './customer.ts';
import { rooms } from './rooms.ts';
import { shop } from './shop.ts';
import { shelves, wardrobe } from './wardrobe.ts';

const opened = shop();
const make = recommender(opened);
const { holdings } = demoCustomer('maya', '2026-11-22', 'Europe/London');
const sold = new Map(opened.products.map((one) => [one.id, one]));

let notice: Notice;
beforeAll(async () => {
  const found = (await readBrand('halden-row')).notices['en-GB'];
  if (!found) throw new Error('Halden & Row speaks no British English.');
  notice = found.notice;
});

const signals: readonly (readonly [ChoiceId, Reason['kind']])[] = [
  ['purchases.recommendations', 'bought_with'],
  ['purchases.offers', 'buy_again'],
  ['wish_lists.offers', 'wish_offer'],
  ['wish_lists.stock', 'wished'],
  ['loyalty.prices', 'member_price'],
  ['sizes.advice', 'size'],
  ['browsing.shortlist', 'seen_twice'],
  ['interests.home', 'concluded'],
  ['interests.email', 'concluded'],
  ['location.nearby', 'in_stock_near'],
];

async function preview(about: string, held: Holdings = holdings, on: readonly string[] = []): Promise<Preview> {
  const made = await previewOf({
    make,
    holdings: held,
    notice,
    about,
    effective: (use) => on.includes(use),
    now: '2026-11-22T12:00:00.000Z',
    language: 'en-GB',
  });
  if (!made) throw new Error(`The notice knows no "${about}".`);
  return Preview.parse(made);
}

describe('The shop of Halden & Row', () => {
  test('sells everything that its made-up customers bought, looked at and wished for', () => {
    const everyone = [holdings, demoCustomer('noor', '2026-11-22', 'Europe/London').holdings].flatMap(
      (one) => one.records,
    );
    const named = everyone.flatMap(({ data }) => (typeof data['product'] === 'string' ? [data['product']] : []));
    expect(named.length).toBeGreaterThan(500);
    expect(named.filter((id) => !sold.has(id))).toEqual([]);
    const made = [...Object.values(rooms), ...Object.values(wardrobe), ...Object.values(shelves)].flat();
    expect(made.filter(({ id, price, fit }) => sold.get(id)?.price !== price || sold.get(id)?.fit !== fit)).toEqual([]);
  });

  test('has a name of its own for each thing, and a drawing for almost all', () => {
    expect(sold.size).toBe(opened.products.length);
    const drawn = opened.products.filter(({ picture }) => picture !== null);
    expect(drawn.length / opened.products.length).toBeGreaterThan(0.97);
    for (const { picture } of drawn) expect(picture).toMatch(/^[MLHVCSQTAZ0-9 ,.-]{20,400}$/);
  });

  test('marks what tells of somebody’s health', () => {
    const health = /maternity|nursing|posture|heat pack|allergy/i;
    expect(opened.products.filter(({ name, sensitive }) => health.test(name) && !sensitive)).toEqual([]);
    expect(opened.products.filter(({ sensitive }) => sensitive).length).toBeLessThan(25);
  });

  test('knows what others bought together, both ways alike, and of most things', () => {
    const pairs = Object.entries(opened.together).flatMap(([one, others]) =>
      others.map(([other, times]) => ({ one, other, times })),
    );
    const times = new Map(pairs.map((pair) => [`${pair.one} ${pair.other}`, pair.times]));
    expect(pairs.filter((pair) => times.get(`${pair.other} ${pair.one}`) !== pair.times)).toEqual([]);
    expect(Object.values(opened.together).filter((others) => others.length > 2).length).toBeGreaterThan(300);
  });

  test('is the same every time', () => {
    expect(JSON.stringify(shop())).toBe(JSON.stringify(opened));
  });

  test('reads for each use only items that the notice says it needs, and only for uses with a switch', () => {
    for (const { use, items } of opened.signals) {
      const [category] = use.split('.');
      const told = notice.categories.find(({ id }) => id === category);
      expect(told?.uses.some((one) => one.id === use && isOptional(one))).toBe(true);
      const needed = told?.items.filter((item) => item.uses.includes(use)).map((item) => `${told.id}.${item.id}`) ?? [];
      expect(items.filter((item) => !needed.includes(item))).toEqual([]);
    }
  });
});

describe('What Maya would see', () => {
  test.each(signals)('changes with %s, and says why: %s', async (use, kind) => {
    const both = await preview(use);
    expect(both.same).toBe(false);
    expect(both.with.things).toHaveLength(6);
    expect(both.without.things).toHaveLength(6);
    expect(both.with.things.some(({ reason }) => reason.kind === kind)).toBe(true);
    expect(both.without.things.every(({ reason }) => reason.kind === 'bestseller')).toBe(true);
    expect(both.drewOn.map((one) => one.use)).toEqual([use]);
  });

  test('changes with what she tells about the rooms she furnishes', async () => {
    const answer: HoldingRecord = {
      id: 'answer.rooms',
      category: 'answers',
      item: 'answer',
      at: '2026-11-20T12:00:00.000Z',
      label: 'Which rooms are you furnishing? Garden',
      data: { question: 'rooms', value: '["garden"]', words: '["Garden"]', expires: '2027-11-20T12:00:00.000Z' },
    };
    const others = holdings.records.filter(({ category }) => category !== 'answers');
    const { with: shown } = await preview('answers.picks', { ...holdings, records: [...others, answer] });
    expect(shown.things.every(({ product }) => sold.get(product)?.topic === 'garden')).toBe(true);
  });

  test('does not change with a use that shows nowhere in the shop', async () => {
    expect(await preview('purchases.ads', holdings, ['purchases.recommendations'])).toMatchObject({ same: true });
  });

  test('with everything allowed has six reasons, and none for a thing that she has', async () => {
    const all = opened.signals.map(({ use }) => use);
    const { with: shown } = await preview('purchases.recommendations', holdings, all);
    expect(new Set(shown.things.map(({ reason }) => reason.kind)).size).toBeGreaterThanOrEqual(5);
    const has = new Set(
      holdings.records.filter(({ item }) => item === 'order_line').map(({ data }) => data['product']),
    );
    expect(shown.things.filter(({ product }) => has.has(product) && !sold.get(product)?.refill)).toEqual([]);
  });

  test('is the bestsellers once her purchases are forgotten', async () => {
    const records = holdings.records.map((one) =>
      one.category === 'purchases' ? { ...one, keptFor: ['purchases.accounts'] } : one,
    );
    expect(await preview('purchases', { ...holdings, records })).toMatchObject({ same: true, drewOn: [] });
  });
});
