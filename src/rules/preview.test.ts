import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Preview } from '#contract/preview.ts';
import { frozen } from './arbitraries.ts';
import { allowances, notice, places, shop, shoppers } from './example-shop.ts';
import type { HoldingRecord } from './holdings.ts';
import { holding, NOW, record } from './holdings-arbitraries.ts';
import { previewOf } from './preview.ts';
import { recommender } from './recommend.ts';

const make = recommender(shop);
const asked = (records: readonly HoldingRecord[], about: string, on: readonly string[]) => ({
  make,
  holdings: frozen(holding(records)),
  notice,
  about,
  effective: (use: string) => on.includes(use),
  now: NOW,
  language: 'en-GB',
});
async function preview(records: readonly HoldingRecord[], about: string, on: readonly string[] = []) {
  const answer = await previewOf(asked(records, about, on));
  if (!answer) throw new Error(`The notice knows no "${about}".`);
  return answer;
}

const line = record('line', { category: 'purchases', item: 'order_line', data: { product: 'garden-1' } });

describe('a preview', () => {
  test('shows a use on and off, and says that nothing was decided: today is without', async () => {
    const both = await preview([line], 'purchases.picks');
    expect(both).toMatchObject({ asOf: NOW, about: 'purchases.picks', same: false, today: 'without' });
    expect(both.with.things[0]?.reason).toEqual({ kind: 'bought_with', of: 'Name of garden-1' });
    expect(both.without.things[0]?.reason).toEqual({ kind: 'bestseller', of: null });
    expect(both.drewOn).toEqual([{ use: 'purchases.picks', records: 1 }]);
  });

  test('leaves every other choice as it is, on both sides', async () => {
    const size = record('size', { item: 'top', data: { size: 'M' } });
    const { without } = await preview([line, size], 'purchases.picks', ['purchases.picks', 'sizes.advice']);
    expect(without.things.every(({ reason }) => reason.kind === 'size' || reason.kind === 'bestseller')).toBe(true);
    expect(without.things.some(({ reason }) => reason.kind === 'size')).toBe(true);
  });

  test('of a category moves all its optional uses, and leaves those without a switch on', async () => {
    const allowed = vi.fn<(use: string) => void>();
    const looking: typeof make = (one) => {
      for (const use of ['purchases.picks', 'purchases.offers', 'purchases.ads', 'purchases.deliver']) {
        allowed(`${use} ${one.allowed(use)}`);
      }
      return make(one);
    };
    const both = await previewOf({ ...asked([line], 'purchases', ['purchases.picks']), make: looking });
    expect(allowed.mock.calls.flat()).toEqual([
      'purchases.picks true',
      'purchases.offers true',
      'purchases.ads true',
      'purchases.deliver true',
      'purchases.picks false',
      'purchases.offers false',
      'purchases.ads false',
      'purchases.deliver true',
    ]);
    expect(both?.today).toBeNull();
  });

  test.each([
    ['purchases', ['purchases.picks', 'purchases.offers', 'purchases.ads'], 'with'],
    ['purchases', [], 'without'],
    ['purchases', ['purchases.ads'], null],
    ['purchases.ads', ['purchases.ads'], 'with'],
    ['purchases.deliver', [], 'with'],
  ] as const)('of %s with %j on says that today is %s', async (about, on, today) => {
    expect((await preview([line], about, on)).today).toBe(today);
  });

  test.each(['purchases.ads', 'purchases.deliver'])(
    'of %s, which shows nowhere, says that nothing changes',
    async (about) => {
      const both = await preview([line], about, ['purchases.picks']);
      expect(both.same).toBe(true);
      const picks = await preview([line], 'purchases.picks', ['purchases.picks']);
      expect(both.with.things).toEqual(picks.with.things);
    },
  );

  test('says that nothing changes where nothing is held to draw on', async () => {
    expect(await preview([], 'purchases.picks')).toMatchObject({ same: true, drewOn: [] });
  });

  test.each(['nobody', 'purchases.nothing', 'purchases.', ''])(
    'of %j there is none: the notice knows no such thing',
    async (about) => {
      expect(await previewOf(asked([line], about, []))).toBeNull();
    },
  );
});

test('The sides differ exactly where it does not say that they are the same, and are equally full', async () => {
  await fc.assert(
    fc.asyncProperty(shoppers, places, allowances, async (records, about, on) => {
      const both = await preview(records, about, on);
      expect(Preview.parse(both)).toEqual(both);
      expect(both.with.things).toHaveLength(both.without.things.length);
      expect(both.with.surface).toBe(both.without.surface);
      const differs = JSON.stringify(both.with) !== JSON.stringify(both.without);
      expect(differs).toBe(!both.same);
    }),
  );
});

test('One side is what the customer meets today, wherever it says so', async () => {
  await fc.assert(
    fc.asyncProperty(shoppers, places, allowances, async (records, about, on) => {
      const both = await preview(records, about, on);
      fc.pre(both.today !== null);
      const { experience } = await make({
        ...asked(records, about, on),
        allowed: (use) => on.includes(use) || use === 'purchases.deliver',
      });
      expect(both[both.today]).toEqual(experience);
    }),
  );
});
