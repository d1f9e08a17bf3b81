import { expect, test } from 'vitest';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { cardOf } from './card.model.ts';
import { byChoice, categoryOverview, choiceState, english } from './example-facts.ts';
import type { Stored } from './stored.model.ts';

const deliver = exampleUse('orders.deliver', { name: 'Deliver', basis: 'contract', recipients: ['parcelly'] });
const ads = exampleUse('orders.ads', { name: 'Show ads', recipients: ['adly'] });
const category = exampleCategory('orders', [deliver, ads], { passive: true });
const notice = exampleNotice([category]);
const overview = categoryOverview('orders', 142, { usedDays: [0, 2, 1] });
const card = (stored: Stored, told = true) =>
  cardOf({
    voice: english,
    notice,
    category,
    overview: told ? overview : undefined,
    since: told ? '2026-01-01' : null,
    stored,
    received: [],
  });
const off = byChoice(choiceState('orders.ads', 'off'));
const on = byChoice(choiceState('orders.ads', 'on'));

const names = (others: readonly { readonly id: string }[]) => others.map(({ id }) => id);

test('who else gets it follows what is on: named now, or only if more is turned on', () => {
  expect(names(card(off).others.now)).toEqual(['parcelly']);
  expect(names(card(off).others.ifOn)).toEqual(['adly']);
  expect(names(card(on).others.now)).toEqual(['parcelly', 'adly']);
  expect(card(on).others.now[1]).toMatchObject({
    does: '<b>Adly</b> sells adverts.',
    is: 'Pays for it · United States',
  });
});

test('why lists the uses by how they stand', () => {
  expect(card(off).why).toEqual([
    { term: 'Always on', text: 'Deliver' },
    { term: 'Off', text: 'Show ads' },
  ]);
});

test('what is noted unasked is named as such, and each thing says what it is for', () => {
  expect(card(on).marks).toEqual(['This is noted while you do other things.']);
  expect(card(on).items).toEqual([
    { id: 'order_line', name: 'Item order_line', need: 'yours to give', uses: 'Deliver and Show ads', read: false },
  ]);
});

test('how often it was used this year is told where the backend knows', () => {
  expect(card(on).used?.text.replaceAll('\u00a0', ' ')).toBe(
    'Used 3 times on 2 days this year, last on 3 January 2026.',
  );
  expect(card(on, false).used).toBeNull();
  expect(card(on, false).samples).toEqual([]);
});
