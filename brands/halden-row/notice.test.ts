import { beforeAll, expect, test } from 'vitest';
import { readBrand } from '#brands/in-browser.ts';
import type { Notice, Use } from '#contract/notice.ts';
import { isOptional } from '#rules/options.ts';

let notice: Notice;
let uses: Use[];
beforeAll(async () => {
  const brand = await readBrand('halden-row');
  const found = brand.notices['en-GB'];
  if (!found) throw new Error('Halden & Row speaks no British English.');
  notice = found.notice;
  uses = notice.categories.flatMap((category) => category.uses);
});

test('The notice tells of every kind of data that such a shop holds, from all four sources', () => {
  const ids = notice.categories.map((category) => category.id);
  for (const id of ['purchases', 'sizes', 'wish_lists', 'reviews', 'loyalty', 'payment', 'browsing']) {
    expect(ids).toContain(id);
  }
  for (const id of ['location', 'device', 'interests', 'bought']) expect(ids).toContain(id);
  expect(new Set(notice.categories.map((category) => category.source))).toEqual(
    new Set(['given', 'observed', 'concluded', 'bought']),
  );
  const passive = notice.categories.filter((category) => category.passive);
  expect(passive.map((category) => category.id)).toEqual(['browsing', 'location', 'device']);
});

test('It has 38 uses on every legal basis a shop has, 26 of them the customer’s to decide', () => {
  expect(uses).toHaveLength(38);
  expect(uses.filter(isOptional)).toHaveLength(26);
  expect(new Set(uses.map((use) => use.basis))).toEqual(
    new Set(['contract', 'legal_obligation', 'vital_interests', 'consent', 'explicit_consent', 'legitimate_interest']),
  );
});

test('Whoever uses data for itself, or pays for it, gets it only after a yes, unless the law orders it', () => {
  const role = new Map(notice.recipients.map((recipient) => [recipient.id, recipient.role]));
  const outside = uses.filter((use) => use.recipients.some((id) => role.get(id) !== 'works_for_us'));
  expect(outside.map((use) => [use.id, use.basis])).toEqual([
    ['purchases.accounts', 'legal_obligation'],
    ['purchases.ads', 'consent'],
    ['loyalty.sale', 'consent'],
    ['browsing.ads', 'consent'],
    ['bought.lookalike', 'consent'],
  ]);
  expect(uses.filter((use) => use.signals.length > 0).map((use) => use.id)).toEqual(
    outside.filter(isOptional).map((use) => use.id),
  );
});

test('Every recipient it names gets something for a use', () => {
  const getting = new Set(uses.flatMap((use) => use.recipients));
  expect(notice.recipients.filter((recipient) => !getting.has(recipient.id))).toEqual([]);
});

test('Who stores a kind of data is named and counted among those who get it', () => {
  const names = new Map(notice.recipients.map((recipient) => [recipient.id, recipient.name]));
  const untold = notice.categories.flatMap((category) => {
    const getting = new Set(category.uses.flatMap((use) => use.recipients));
    return [...names]
      .filter(([id, name]) => !getting.has(id) && (id === 'cloudcroft' || category.storedIn.includes(name)))
      .map(([id]) => `${category.id}: ${id}`);
  });
  // "It runs the servers that store our data" is said of all data.
  expect(untold).toEqual([]);
});
