import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { readBrand } from '#brands/in-browser.ts';
import { exampleCategory, exampleUse } from '#rules/example-notice.ts';
import { holdOf } from './hold.model.ts';
import { afterUseOff } from './use-off.model.ts';
import { alwaysUses, optionalUses } from './stored.model.ts';
import { byChoice, categoryOverview, choiceState, english, now, unchosen } from './example-facts.ts';

const held = compileMessage(
  '{count, plural, one {# order} other {# orders}} since {oldest, date, month}. Latest: {latest}.',
);
const stops = { text: 'You see bestsellers.', collection: 'stops', holding: 'kept', until: null } as const;
const picks = exampleUse('orders.picks', { whenOff: stops });
const orders = exampleCategory('orders', [picks], { held });
const some = categoryOverview('orders', 142);
const holdWith = (category = orders, stored = byChoice(choiceState('orders.picks', 'off')), overview = some) =>
  holdOf(english, category, overview, stored, now);

test('what is held is said in the notice’s words, with the customer’s own values', () => {
  expect(holdWith(orders, byChoice(choiceState('orders.picks', 'on')))).toEqual({
    claim: null,
    held: '142 orders since December 2023. Latest: Linen duvet.',
  });
});

test('off says since when nothing is collected, and never hides what is held', () => {
  expect(holdWith()).toEqual({
    claim: 'No longer collected since 3\u00a0May 2026.',
    held: 'Still held: 142 orders since December 2023. Latest: Linen duvet.',
  });
});

test('where collection goes on, off claims only that it is not used', () => {
  const use = { ...picks, whenOff: { ...stops, collection: 'continues' as const } };
  expect(holdWith(exampleCategory('orders', [use], { held })).claim).toBe('Held, not used.');
});

test('one use that keeps collecting is enough to claim no more than that', () => {
  const ads = exampleUse('orders.ads', { whenOff: { ...stops, collection: 'continues' } });
  const both = byChoice(choiceState('orders.picks', 'off'), choiceState('orders.ads', 'off'));
  expect(holdWith(exampleCategory('orders', [picks, ads], { held }), both).claim).toBe('Held, not used.');
});

test('what runs by contract keeps the data in use, and off says so', () => {
  const deliver = exampleUse('orders.deliver', { basis: 'contract' });
  expect(holdWith(exampleCategory('orders', [deliver, picks], { held })).claim).toBe(
    'Held, only for what is always on.',
  );
});

test('nothing is claimed while one use is on', () => {
  const ads = exampleUse('orders.ads');
  const one = byChoice(choiceState('orders.picks', 'off'), choiceState('orders.ads', 'on'));
  expect(holdWith(exampleCategory('orders', [picks, ads], { held }), one).claim).toBeNull();
});

const deleting = exampleCategory('orders', [{ ...picks, whenOff: { ...stops, holding: 'deleted', until: 'P30D' } }], {
  held,
});

test('what is to be deleted is held until its day, and that day is named', () => {
  const stored = byChoice(choiceState('orders.picks', 'off', { since: '2026-11-20T09:00:00.000Z' }));
  expect(holdWith(deleting, stored)).toEqual({
    claim: 'Held, to be deleted by 20\u00a0December 2026.',
    held: 'Still held: 142 orders since December 2023. Latest: Linen duvet.',
  });
});

test('deleted is said only when nothing is held, whatever the day', () => {
  expect(holdWith(deleting, undefined, categoryOverview('orders', 0))).toEqual({ claim: 'Deleted.', held: null });
  expect(holdWith(deleting).claim).toBe('Held, not used.');
});

test('a kind of data that was never on and of which nothing is held says only when that changes', () => {
  expect(holdWith(orders, byChoice(unchosen('orders.picks', 'off')), categoryOverview('orders', 0))).toEqual({
    claim: null,
    held: 'Nothing yet.',
  });
});

test('a backend that does not tell what is held is not spoken for', () => {
  expect(holdOf(english, orders, undefined, byChoice(choiceState('orders.picks', 'off')), now)).toEqual({
    claim: null,
    held: 'What you bought.',
  });
});

test('a use that is off says so of its own data, as long as no other use needs the same', () => {
  const ads = exampleUse('orders.ads', { whenOff: stops });
  const both = exampleCategory('orders', [picks, ads], { held });
  const stored = byChoice(choiceState('orders.picks', 'off'), choiceState('orders.ads', 'on'));
  expect(afterUseOff(english, both, picks, some, stored, now)).toBe('Held, not used for this.');
  expect(afterUseOff(english, orders, picks, some, stored, now)).toBe('No longer collected since 3\u00a0May 2026.');
  expect(afterUseOff(english, both, ads, some, stored, now)).toBeNull();
});

/** An order kept by contract beside a saved card that only `orders.save` needs. */
const deliver = exampleUse('orders.deliver', { basis: 'contract' });
const besideContract = (whenOff: typeof picks.whenOff) =>
  exampleCategory('orders', [deliver, exampleUse('orders.save', { items: ['card'], whenOff })], { held });
const heldEach = (order_line_count: number, card_count: number) => {
  const overview = categoryOverview('orders', order_line_count + card_count);
  return { ...overview, held: { ...overview.held, values: { order_line_count, card_count } } };
};
const claimOf = (whenOff: typeof picks.whenOff, since: string, overview = heldEach(3, 2)) =>
  holdWith(besideContract(whenOff), byChoice(choiceState('orders.save', 'off', { since })), overview).claim;
const deleted = { ...stops, holding: 'deleted', until: 'P30D' } as const;

test('what no always-on use needs is never said to be held for one', () => {
  const rest = 'Held for what is always on. The rest is held, not used.';
  expect(claimOf(stops, '2026-11-20T09:00:00.000Z')).toBe(rest);
  expect(claimOf(deleted, '2026-05-03T09:00:00.000Z')).toBe(rest);
  expect(claimOf({ ...deleted, until: null }, '2026-11-20T09:00:00.000Z')).toBe(rest);
});

test('the rest is to be deleted by its day, as long as that day has not come', () => {
  expect(claimOf(deleted, '2026-11-20T09:00:00.000Z')).toBe(
    'Held for what is always on. The rest is to be deleted by 20\u00a0December 2026.',
  );
});

test('once the rest is gone, what is held is only for what is always on; with nothing else held, it is told alone', () => {
  expect(claimOf(deleted, '2026-05-03T09:00:00.000Z', heldEach(3, 0))).toBe('Held, only for what is always on.');
  expect(claimOf(deleted, '2026-05-03T09:00:00.000Z', heldEach(0, 2))).toBe('Held, not used.');
});

test('in the shop’s own notice, only what an always-on use needs is said to be held for nothing else', async () => {
  const { notices } = await readBrand('halden-row');
  const mixed = (notices['en-GB']?.notice.categories ?? []).filter(
    (category) => alwaysUses(category).length > 0 && optionalUses(category).length > 0,
  );
  const claims = mixed.map((category) => {
    const overview = categoryOverview(category.id, category.items.length);
    const values = Object.fromEntries(category.items.map(({ id }) => [`${id}_count`, 1]));
    const stored = byChoice(...optionalUses(category).map(({ id }) => choiceState(id, 'off')));
    const full = { ...overview, held: { ...overview.held, values } };
    return [category.id, holdOf(english, category, full, stored, now).claim];
  });
  const only = 'Held, only for what is always on.';
  expect(Object.fromEntries(claims)).toEqual({
    purchases: only,
    wish_lists: only,
    loyalty: only,
    reviews: only,
    payment: 'Held for what is always on. The rest is held, not used.',
    account: only,
    device: only,
  });
});

const forgotten = {
  category: 'orders',
  at: '2026-11-22T13:00:00.000Z',
  backupsUntil: '2026-12-22',
  removed: 321,
  kept: 142,
  keptFor: ['orders.books'],
};
const books = exampleUse('orders.books', { name: 'Keep the accounts', basis: 'legal_obligation' });
const withBooks = exampleCategory('orders', [books, picks], { held });
const isOn = byChoice(choiceState('orders.picks', 'on'));

test('what was forgotten is said to be, with the end of the backups, and with what had to stay and what for', () => {
  const hold = holdWith(withBooks, isOn, categoryOverview('orders', 142, { forgotten }));
  expect(hold.claim?.replaceAll('\u00a0', ' ')).toBe(
    'Forgotten on 22 November 2026. Gone from backups by 22 December 2026. We keep 142 records, only for: Keep the accounts.',
  );
  expect(hold.held).toMatch(/142 orders/);
});

test('where nothing had to stay, it says no more than that it was forgotten', () => {
  const all = { ...forgotten, kept: 0, keptFor: [] };
  expect(holdWith(orders, isOn, categoryOverview('orders', 0, { forgotten: all }))).toEqual({
    claim: 'Forgotten on 22\u00a0November 2026. Gone from backups by 22\u00a0December 2026.',
    held: null,
  });
});
