import { expect, test } from 'vitest';
import { deliver, notice, picks } from './example-preview.ts';
import { targetOf } from './target.model.ts';

test('an address is about one use, or about all optional uses of a kind of data', () => {
  expect(targetOf(notice, 'orders.picks')).toMatchObject({ name: 'Pick things for you', use: picks, uses: [picks] });
  const orders = targetOf(notice, 'orders');
  expect(orders).toMatchObject({ name: 'Orders', use: null });
  expect(orders?.uses.map(({ id }) => id)).toEqual(['orders.picks', 'orders.mails']);
});

test('a use by contract is looked at, and nothing of it can be switched', () => {
  expect(targetOf(notice, 'orders.deliver')).toMatchObject({ use: deliver, uses: [] });
});

test.each(['', 'order', 'orders.nothing', 'constructor'])('“%s” is no address', (about) =>
  expect(targetOf(notice, about)).toBeNull(),
);
