import { describe, expect, test } from 'vitest';
import { Experience } from '#contract/preview.ts';
import { frozen } from './arbitraries.ts';
import { product, shop } from './example-shop.ts';
import type { HoldingRecord } from './holdings.ts';
import { holding, NOW, record } from './holdings-arbitraries.ts';
import { recommender } from './recommend.ts';
import type { Shop } from './shop.ts';

async function meets(records: readonly HoldingRecord[], about: string, uses = [about], of: Shop = shop) {
  const made = await recommender(of)({
    holdings: frozen(holding(records)),
    about,
    allowed: (use) => uses.includes(use),
    now: NOW,
    language: 'en-GB',
  });
  expect(Experience.parse(made.experience)).toEqual(made.experience);
  return made;
}
async function things(records: readonly HoldingRecord[], about: string, uses = [about], of: Shop = shop) {
  const { experience } = await meets(records, about, uses, of);
  return experience.things;
}
async function reasons(records: readonly HoldingRecord[], about: string, uses = [about]) {
  const shown = await things(records, about, uses);
  return shown.flatMap(({ product: id, reason }) =>
    reason.kind === 'bestseller' ? [] : [[id, reason.kind, reason.of]],
  );
}

const daysAgo = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const line = (id: string, days: number, data: HoldingRecord['data'] = {}): HoldingRecord =>
  record(`line ${id} ${days}`, {
    category: 'purchases',
    item: 'order_line',
    at: daysAgo(days),
    data: { product: id, returned: false, ...data },
  });
const page = (id: string, days: number): HoldingRecord =>
  record(`page ${id} ${days}`, { category: 'browsing', item: 'page', at: daysAgo(days), data: { product: id } });
const interest = (topic: string, data: HoldingRecord['data'] = {}): HoldingRecord =>
  record(`about ${topic}`, {
    category: 'interests',
    item: 'interest',
    label: `You like ${topic}`,
    data: { topic, lapses: '2027-06-01T00:00:00.000Z', ...data },
  });

const soap = (days: number) => [line('refill-1', days + 80), line('refill-1', days + 40), line('refill-1', days)];
const wish = (id: string, days: number, data: HoldingRecord['data'] = {}) =>
  record(`wish ${id}`, {
    category: 'wishes',
    item: 'wish',
    at: daysAgo(days),
    data: { product: id, list: 'Home', ...data },
  });
const top = (size: string, days: number) => record(`top ${days}`, { item: 'top', at: daysAgo(days), data: { size } });
const place = (label: string, days: number) =>
  record(`place ${days}`, { category: 'location', item: 'place', label, at: daysAgo(days) });
const answer = (value: string, expires: string) =>
  record('answer.rooms', {
    category: 'answers',
    item: 'answer',
    data: { question: 'rooms', value, words: '["Study","Garden, and pots"]', expires },
  });

describe('what everyone sees', () => {
  test('is six things, the best of each topic in turn, at the shelf price, and rests on no record', async () => {
    const { experience, drewOn } = await meets([line('garden-1', 3)], 'purchases.ads', []);
    expect(drewOn).toEqual([]);
    expect(experience).toMatchObject({ surface: 'shop_window', headline: null });
    expect(experience.things.map((one) => one.product)).toEqual([
      'clothes-1',
      'garden-1',
      'refill-1',
      'study-1',
      'clothes-2',
      'garden-2',
    ]);
    expect(experience.things.every(({ price }) => price.paid === price.shelf)).toBe(true);
    expect(experience.things.every(({ reason }) => reason.kind === 'bestseller' && reason.of === null)).toBe(true);
  });

  test('is as many as there are where the shop has fewer', async () => {
    expect(await things([], 'purchases.ads', [], { ...shop, products: [product('one')] })).toHaveLength(1);
    expect(await things([], 'purchases.ads', [], { ...shop, products: [] })).toEqual([]);
  });
});

describe('orders', () => {
  test('bring what others bought with them, each for a thing of the customer’s', async () => {
    const { experience, drewOn } = await meets([line('garden-1', 3)], 'purchases.picks');
    expect(drewOn).toEqual([{ use: 'purchases.picks', records: 1 }]);
    const picked = experience.things.filter(({ reason }) => reason.kind === 'bought_with');
    expect(picked.map((one) => one.product).toSorted()).toEqual([2, 3, 4, 5, 6, 8].map((number) => `garden-${number}`));
    expect(picked.every(({ reason }) => reason.of === 'Name of garden-1')).toBe(true);
  });

  test('say more the later they are', async () => {
    const [first] = await things([line('garden-1', 400), line('study-1', 5)], 'purchases.picks');
    const [other] = await things([line('garden-1', 5), line('study-1', 400)], 'purchases.picks');
    expect([first?.product.slice(0, 6), other?.product.slice(0, 6)]).toEqual(['study-', 'garden']);
  });

  test('keep what the customer has out of sight, and what went back as well', async () => {
    const shown = await things([line('garden-1', 3), line('garden-2', 300, { returned: true })], 'purchases.picks');
    expect(shown.map((one) => one.product)).not.toEqual(expect.arrayContaining(['garden-1']));
    expect(shown.map((one) => one.product)).not.toEqual(expect.arrayContaining(['garden-2']));
  });

  test('that went back are a reason for nothing', async () => {
    expect(await reasons([line('garden-2', 3, { returned: true })], 'purchases.picks')).toEqual([]);
  });
});

describe('refills', () => {
  test('come again when they are due by how long they lasted before, and not sooner', async () => {
    expect(await reasons(soap(39), 'purchases.offers')).toEqual([]);
    expect(await reasons(soap(40), 'purchases.offers')).toEqual([['refill-1', 'buy_again', null]]);
    const early = await things(soap(39), 'purchases.offers');
    expect(early.map((one) => one.product)).not.toContain('refill-1');
  });

  test('are no other things, however often they were bought', async () => {
    expect(await reasons([line('garden-1', 300), line('garden-1', 200)], 'purchases.offers')).toEqual([]);
  });
});

describe('pages', () => {
  test('make a shortlist of what was looked at on two days of the last ninety', async () => {
    const once = [page('garden-3', 5), { ...page('garden-3', 5), id: 'again' }];
    const long = [page('study-3', 91), page('study-3', 5)];
    const twice = [page('garden-4', 90), page('garden-4', 2)];
    expect(await reasons([...once, ...long, ...twice], 'browsing.shortlist')).toEqual([
      ['garden-4', 'seen_twice', null],
    ]);
  });
});

describe('wishes', () => {
  test('stand in the e-mail, newest first, with the list they are on, and name its subject', async () => {
    const { experience } = await meets([wish('study-2', 9), wish('garden-2', 3)], 'wishes.stock');
    expect(experience).toMatchObject({ surface: 'email', headline: 'About Name of garden-2' });
    expect(experience.things.slice(0, 2).map(({ product: id, reason }) => [id, reason])).toEqual([
      ['garden-2', { kind: 'wished', of: 'Home' }],
      ['study-2', { kind: 'wished', of: 'Home' }],
    ]);
  });

  test('cost less in the offer, by the shop’s rule', async () => {
    const [first] = await things([wish('garden-4', 3)], 'wishes.offers');
    expect(first).toMatchObject({ price: { shelf: 2000, paid: 1600 }, reason: { kind: 'wish_offer', of: 'Home' } });
  });

  test('that were ordered are no wishes any more', async () => {
    expect(await reasons([wish('garden-4', 3, { ordered: true })], 'wishes.offers')).toEqual([]);
  });
});

describe('a membership', () => {
  test('lowers prices from a price on, up to the most, and nobody’s who is no member', async () => {
    const member = record('m', { category: 'loyalty', item: 'member' });
    const shown = await things([member], 'loyalty.prices');
    expect(shown.map(({ product: id, price }) => [id, price.shelf, price.paid]).slice(0, 4)).toEqual([
      ['clothes-2', 1000, 900],
      ['garden-2', 1000, 900],
      ['refill-2', 1000, 900],
      ['study-2', 1000, 900],
    ]);
    expect(shown.every(({ price }) => price.shelf - price.paid <= 150)).toBe(true);
    expect(await reasons([], 'loyalty.prices')).toEqual([]);
  });
});

describe('sizes', () => {
  test('show what there is in the newest one', async () => {
    const shown = await reasons([top('M', 400), top('S', 20)], 'sizes.advice');
    expect(shown).toEqual([1, 3, 5].map((number) => [`clothes-${number}`, 'size', 'S']));
  });

  test('leave out what there is not, whatever else speaks for it', async () => {
    const records = [top('S', 20), line('clothes-1', 2)];
    const shown = await things(records, 'purchases.picks', ['purchases.picks', 'sizes.advice']);
    expect(shown.some(({ product: id }) => id === 'clothes-2')).toBe(false);
    const unsized = await things(records, 'purchases.picks');
    expect(unsized.some(({ product: id }) => id === 'clothes-2')).toBe(true);
  });
});

test('A place shows what its shop has; the last place with a shop counts', async () => {
  const shown = await reasons(
    [place('York, YO23', 90), place('Leeds, LS6', 20), place('Lisbon', 3)],
    'location.nearby',
  );
  expect(shown).toHaveLength(6);
  expect(shown.every(([, kind, of]) => kind === 'in_stock_near' && of === 'Leeds')).toBe(true);
});

describe('conclusions', () => {
  test('bring things of their topic, those of several topics in turn', async () => {
    expect(await reasons([interest('garden'), interest('study')], 'interests.home')).toEqual([
      ['study-1', 'concluded', 'You like study'],
      ['garden-1', 'concluded', 'You like garden'],
      ['study-2', 'concluded', 'You like study'],
      ['garden-2', 'concluded', 'You like garden'],
      ['study-3', 'concluded', 'You like study'],
      ['garden-3', 'concluded', 'You like garden'],
    ]);
  });

  test.each([
    ['is wrong', [interest('garden', { verdict: 'wrong' })]],
    ['has lapsed', [interest('garden', { lapses: NOW })]],
    ['is forbidden', [interest('garden'), record('n', { data: { topic: 'garden', forbidden: true } })]],
    ['is kept for the law alone', [{ ...interest('garden'), keptFor: ['interests.law'] }]],
  ])('are not read where one %s', async (_, records) => {
    const { experience, drewOn } = await meets(records, 'interests.home');
    expect(drewOn).toEqual([]);
    expect(experience.things.every(({ reason }) => reason.kind === 'bestseller')).toBe(true);
  });
});

describe('answers', () => {
  test('bring things of the topics they name, and each thing names its own topic as the customer chose it', async () => {
    expect(await reasons([answer('["study","garden"]', '2027-06-01T00:00:00.000Z')], 'answers.picks')).toEqual(
      ['study-1', 'garden-1', 'study-2', 'garden-2', 'study-3', 'garden-3'].map((id) => [
        id,
        'answered',
        id.startsWith('study') ? 'Study' : 'Garden, and pots',
      ]),
    );
  });

  test('that expired are not read, and neither are those that name no topic', async () => {
    expect(await meets([answer('["study"]', NOW)], 'answers.picks')).toMatchObject({ drewOn: [] });
    expect(await meets([answer('No wool', '2027-06-01T00:00:00.000Z')], 'answers.picks')).toMatchObject({ drewOn: [] });
  });
});

test('What lies ahead of the moment that is asked about is not read', async () => {
  const ahead = { ...line('garden-1', 0), at: '2026-11-22T14:02:00.001Z' };
  expect(await meets([ahead], 'purchases.picks')).toMatchObject({ drewOn: [] });
  expect(await meets([{ ...ahead, at: NOW }], 'purchases.picks')).toMatchObject({ drewOn: [{ records: 1 }] });
});

test('Signals take turns, so that each thing allowed can be seen', async () => {
  const records = [line('garden-1', 3), interest('study'), page('refill-2', 9), page('refill-2', 3)];
  const uses = ['purchases.picks', 'browsing.shortlist', 'interests.home'];
  const shown = await reasons(records, 'purchases.picks', uses);
  expect(shown.map(([, kind]) => kind)).toEqual([
    'bought_with',
    'seen_twice',
    'concluded',
    'bought_with',
    'concluded',
    'bought_with',
  ]);
});
