import { describe, expect, test } from 'vitest';
import type { CategoryOverview } from '#contract/overview.ts';
import { drawnOf, whySame } from './drawn.model.ts';
import { english, notice, preview } from './example-preview.ts';
import { targetOf, type Target } from './target.model.ts';

const about = (name: string): Target => {
  const target = targetOf(notice, name);
  if (!target) throw new Error(`No target is called ${name}.`);
  return target;
};
const holding = (count: number): CategoryOverview['held'] => ({
  count,
  oldest: null,
  newest: null,
  values: {},
  sample: [],
});
const drew = (...drewOn: { use: string; records: number }[]) => preview([], [], { drewOn });

test('what is looked at is told first, and what else is on by its name', () => {
  const both = drew({ use: 'sizes.advice', records: 2 }, { use: 'orders.picks', records: 61 });
  expect(drawnOf(english, notice, both, about('orders.picks'))).toEqual([
    { use: 'orders.picks', category: 'orders', text: '61 records in Orders', by: null },
    { use: 'sizes.advice', category: 'sizes', text: '2 records in Sizes', by: 'Advise your size' },
  ]);
});

test('a use that the notice does not know is not told of', () => {
  expect(drawnOf(english, notice, drew({ use: 'gone.use', records: 3 }), about('orders'))).toEqual([]);
});

test.each([
  ['orders.deliver', 61, [], 'It has no switch, so there is only one way to see it.'],
  ['orders.picks', 0, [], 'We hold no data of this kind about you. There is nothing to choose by. Nothing yet.'],
  [
    'orders.picks',
    61,
    [],
    'This use picks nothing that we show you. What it is for: To show what goes with what you have.',
  ],
  ['orders', 61, [], 'These uses pick nothing that we show you. What each is for stands in its card.'],
  [
    'orders.picks',
    61,
    [{ use: 'orders.picks', records: 61 }],
    'We looked at your data for it, and the same things came first.',
  ],
  [
    'orders.picks',
    null,
    [],
    'This use picks nothing that we show you. What it is for: To show what goes with what you have.',
  ],
] as const)('no change has its reason: %s with %j held', (name, count, drewOn, words) => {
  const overview = count === null ? null : { held: holding(count) };
  expect(whySame(english, drew(...drewOn), about(name), overview)).toBe(words);
});

describe('where all of this kind was forgotten', () => {
  const forgotten = { category: 'orders', at: '2026-11-22T10:00:00Z', backupsUntil: '2026-12-22', removed: 3 };
  const why = (count: number, kept: number): string =>
    whySame(english, drew(), about('orders.picks'), {
      held: holding(count),
      forgotten: { ...forgotten, kept, keptFor: ['orders.deliver'] },
    });

  test('what had to be kept is not said to serve a use, nor the use to pick nothing', () => {
    expect(why(58, 58)).toMatch(
      /^You had this forgotten on 22\sNovember 2026\. What we keep of it picks nothing for you\.$/,
    );
  });

  test('nothing is kept where nothing is held, and what came since then counts as held', () => {
    expect(why(0, 0)).toBe('We hold no data of this kind about you. There is nothing to choose by. Nothing yet.');
    expect(why(59, 58)).toMatch(/^This use picks nothing that we show you\./);
  });
});
