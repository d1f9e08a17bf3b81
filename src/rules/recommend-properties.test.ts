import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Experience } from '#contract/preview.ts';
import { frozen } from './arbitraries.ts';
import { allowances, places, shop, shoppers } from './example-shop.ts';
import type { HoldingRecord } from './holdings.ts';
import { holding, NOW } from './holdings-arbitraries.ts';
import { recommender } from './recommend.ts';

const make = recommender(frozen(shop));
const meets = (records: readonly HoldingRecord[], about: string, uses: readonly string[]) =>
  make({
    holdings: frozen(holding(records)),
    about,
    allowed: (use) => uses.includes(use),
    now: NOW,
    language: 'en-GB',
  });
const inShop = new Map(shop.products.map((one) => [one.id, one]));

/** The items that the uses read in the place that is asked about. */
function readable(about: string, uses: readonly string[]): ReadonlySet<string> {
  const asked =
    shop.signals.find(({ use }) => use === about) ?? shop.signals.find(({ use }) => use.startsWith(`${about}.`));
  const surface = asked?.surface ?? 'shop_window';
  return new Set(
    shop.signals.filter((one) => one.surface === surface && uses.includes(one.use)).flatMap(({ items }) => items),
  );
}

describe('whatever is held, allowed and asked about', () => {
  test('it is as the contract says: six things, each once, each with a reason, at no more than the shelf price', async () => {
    await fc.assert(
      fc.asyncProperty(shoppers, places, allowances, async (records, about, uses) => {
        const { experience, drewOn } = await meets(records, about, uses);
        expect(Experience.parse(experience)).toEqual(experience);
        expect(new Set(experience.things.map((one) => one.product)).size).toBe(6);
        for (const { product, price } of experience.things) {
          expect(price.shelf).toBe(inShop.get(product)?.price);
          expect(price.paid).toBeLessThanOrEqual(price.shelf);
        }
        expect(drewOn.every(({ use, records: count }) => uses.includes(use) && count > 0)).toBe(true);
      }),
    );
  });

  test('nothing sensitive is shown, and nothing sensitive is a reason', async () => {
    const sensitive = shop.products.filter((one) => one.sensitive);
    await fc.assert(
      fc.asyncProperty(shoppers, places, allowances, async (records, about, uses) => {
        const { experience } = await meets(records, about, uses);
        for (const { product, reason } of experience.things) {
          expect(sensitive.map(({ id }) => id)).not.toContain(product);
          expect(sensitive.map(({ name }) => name)).not.toContain(reason.of);
        }
      }),
    );
  });

  test('what is not allowed is not read: whatever becomes of those records, nothing changes', async () => {
    await fc.assert(
      fc.asyncProperty(shoppers, shoppers, places, allowances, async (records, others, about, uses) => {
        const may = readable(about, uses);
        const isRead = ({ category, item, data }: HoldingRecord) =>
          may.has(`${category}.${item}`) || data['forbidden'] === true;
        const unread = others.filter((one) => !isRead(one)).map((one) => ({ ...one, id: `other-${one.id}` }));
        const before = await meets(records, about, uses);
        expect(await meets([...unread, ...records.filter(isRead)], about, uses)).toEqual(before);
      }),
    );
  });

  test('what is forgotten, though the law keeps it, counts as gone; a prohibition that is kept goes on to forbid', async () => {
    await fc.assert(
      fc.asyncProperty(shoppers, places, allowances, async (records, about, uses) => {
        const gone = records.filter(({ keptFor, data }) => !keptFor || data['forbidden'] === true);
        expect(await meets(gone, about, uses)).toEqual(await meets(records, about, uses));
      }),
    );
  });

  test('a thing is a reason only while it is held', async () => {
    const names = new Map(shop.products.map((one) => [one.id, one.name]));
    await fc.assert(
      fc.asyncProperty(shoppers, allowances, fc.nat(), async (records, uses, which) => {
        const lines = records.filter(({ item }) => item === 'order_line');
        const forgotten = lines[which % Math.max(1, lines.length)]?.data['product'];
        const left = records.filter(({ item, data }) => item !== 'order_line' || data['product'] !== forgotten);
        const { experience } = await meets(left, 'purchases.picks', uses);
        const held = left.map(({ data }) => names.get(String(data['product'])));
        const because = experience.things.filter(({ reason }) => reason.kind === 'bought_with');
        expect(because.filter(({ reason }) => !held.includes(reason.of ?? ''))).toEqual([]);
      }),
    );
  });

  test('what the customer has is not shown where orders are read, unless it is a refill', async () => {
    await fc.assert(
      fc.asyncProperty(shoppers, allowances, async (records, uses) => {
        const { experience } = await meets(records, 'purchases.picks', [...uses, 'purchases.picks']);
        const has = records
          .filter((one) => one.item === 'order_line' && !one.keptFor)
          .map(({ data }) => data['product']);
        const shown = experience.things.filter(({ product }) => !inShop.get(product)?.refill);
        expect(shown.filter(({ product }) => has.includes(product))).toEqual([]);
      }),
    );
  });

  test('the same question has the same answer, in whatever order the records come', async () => {
    await fc.assert(
      fc.asyncProperty(shoppers, places, allowances, async (records, about, uses) => {
        const answer = await meets(records, about, uses);
        expect(
          await recommender(shop)({
            holdings: holding(records.toReversed()),
            about,
            allowed: (use) => uses.includes(use),
            now: NOW,
            language: 'en-GB',
          }),
        ).toEqual(answer);
      }),
    );
  });
});
