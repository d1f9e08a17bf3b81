import { expect, test } from 'vitest';
import { drawnOf, whySame } from './drawn.model.ts';
import { english, notice, preview } from './example-preview.ts';
import { targetOf, type Target } from './target.model.ts';

const about = (name: string): Target => {
  const target = targetOf(notice, name);
  if (!target) throw new Error(`No target is called ${name}.`);
  return target;
};
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
] as const)('no change has its reason: %s with %j held', (name, held, drewOn, words) => {
  expect(whySame(english, drew(...drewOn), about(name), held)).toBe(words);
});
