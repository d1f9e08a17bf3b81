import { expect, test } from 'vitest';
import { english, notice, preview, thing } from './example-preview.ts';
import { changesOf, sidesOf } from './sides.model.ts';
import { targetOf, type Target } from './target.model.ts';

const about = (name: string): Target => {
  const target = targetOf(notice, name);
  if (!target) throw new Error(`No target is called ${name}.`);
  return target;
};
const use = about('orders.picks');
const lamp = thing('Lamp', { reason: { kind: 'bought_with', of: 'Oak stool' } });
const vase = thing('Vase');

test('each side says which is seen today, and each thing its price and its reason', () => {
  const [on, off] = sidesOf(english, preview([lamp], [vase]), use);
  expect(on).toMatchObject({ name: 'On', note: 'This is what you see today' });
  expect(off).toMatchObject({ name: 'Off', note: 'This is what you would see' });
  expect(on?.things).toEqual([
    { id: 'lamp', name: 'Lamp', price: '£25.00', reason: 'because you bought: Oak stool', picture: null },
  ]);
  expect(off?.things[0]?.reason).toBe('one of our bestsellers');
});

test('today follows what is stored', () => {
  const sides = sidesOf(english, preview([lamp], [vase], { today: 'without' }), use);
  expect(sides.map(({ note }) => note)).toEqual(['This is what you would see', 'This is what you see today']);
});

test('a lower price says both', () => {
  const cheap = thing('Vase', { price: { shelf: 2500, paid: 2200, currency: 'GBP' } });
  expect(sidesOf(english, preview([cheap], [vase]), use)[0]?.things[0]?.price).toBe('£22.00, on the shelf £25.00');
  expect(changesOf(english, preview([cheap], [vase]))).toBe('1 of 1 thing changes.');
});

test('both sides have the same parts: a line over the things stands on both or on neither', () => {
  const mail = sidesOf(english, preview([lamp], [vase], {}, ['A lamp for you', null]), use);
  expect(mail.map(({ headline }) => headline)).toEqual(['A lamp for you', 'No subject line']);
  expect(sidesOf(english, preview([lamp], [vase]), use).map(({ headline }) => headline)).toEqual([null, null]);
});

test('where nothing changes there is one panel, and no count of changes', () => {
  const same = preview([vase], [vase], { same: true });
  expect(sidesOf(english, same, use).map(({ name, note }) => [name, note])).toEqual([
    ['On or off', 'This is what you see today'],
  ]);
  expect(changesOf(english, same)).toBeNull();
});

test('where some uses of a kind of data are on and some off, neither side is said to be today’s', () => {
  const sides = sidesOf(english, preview([lamp], [vase], { today: null }), about('orders'));
  expect(sides.map(({ note }) => note)).toEqual(['With all 2 uses on', 'With all 2 uses off']);
});

test.each([
  [preview([lamp, vase], [vase, thing('Rug')]), '1 of 2 things changes.'],
  [preview([lamp, thing('Bed')], [vase, thing('Rug')]), '2 of 2 things change.'],
  [preview([vase], []), '1 of 1 thing changes.'],
  [preview([], [vase, lamp]), '2 of 2 things change.'],
  [preview([lamp, vase], [vase, lamp]), 'The things are the same, in another order.'],
  [preview([vase], [vase], {}, ['A', 'B']), 'The things are the same. The subject line changes.'],
])('it counts what changes', (asked, words) => expect(changesOf(english, asked)).toBe(words));

test('every kind of reason has words, with and without what it is of', () => {
  const kinds = [
    ['bought_with', 'because of what you bought', 'because you bought: Oak'],
    ['buy_again', 'you bought it before, and such things run out', 'you bought it before, and such things run out'],
    ['seen_twice', 'you looked at it more than once', 'you looked at it more than once'],
    ['wished', 'you saved it', 'you saved it on your list “Oak”'],
    ['answered', 'because of what you told us', 'you told us: Oak'],
    ['concluded', 'because of what we concluded', 'we concluded: Oak'],
    ['in_stock_near', 'in stock near you', 'in stock near you, in Oak'],
    ['size', 'in stock in your size', 'in stock in your size, Oak'],
    ['member_price', 'your member price', 'your member price'],
    ['wish_offer', 'your offer on a thing you saved', 'your offer, as you saved it on “Oak”'],
    ['bestseller', 'one of our bestsellers', 'one of our bestsellers'],
  ] as const;
  for (const [kind, without, of] of kinds) {
    const said = (name: string | null) =>
      sidesOf(english, preview([thing('Vase', { reason: { kind, of: name } })], []), use)[0]?.things[0]?.reason;
    expect([said(null), said('Oak')]).toEqual([without, of]);
  }
});
