import { describe, expect, test } from 'vitest';
import type { Overview } from '#contract/overview.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { byChoice, categoryOverview, choiceState, english, now, unchosen } from './example-facts.ts';
import { groupsOf, lastHereOf, signalOf, summaryOf, suspendedOf, titleOf } from './overview.model.ts';

const orders = exampleCategory('orders', [
  exampleUse('orders.picks'),
  exampleUse('orders.deliver', { basis: 'contract' }),
]);
const club = exampleCategory('club', [exampleUse('club.prices'), exampleUse('club.ads', { signals: ['share'] })], {
  source: 'given',
});
const notice = exampleNotice([orders, club]);
const stored = byChoice(
  choiceState('orders.picks', 'on'),
  choiceState('club.prices', 'on'),
  unchosen('club.ads', 'off', 'signal'),
);
const overview = (...categories: Overview['categories']): Overview => ({
  asOf: now,
  since: '2026-01-01',
  customer: { name: 'Maya Fenn' },
  categories,
});
const said = (held: Overview | null) => summaryOf(english, notice, held, stored).replaceAll('\u00a0', ' ');

const saved = (amount: number) =>
  said(
    overview(
      categoryOverview('club', 3, { got: [{ use: 'club.pay', counting: 'time_saved', amount, currency: null }] }),
    ),
  );

describe('the summary', () => {
  test('counts kinds held, uses allowed, money by currency and what is only counted', () => {
    const got = [
      { use: 'club.prices', counting: 'member_price', amount: 2890, currency: 'GBP' },
      { use: 'club.offers', counting: 'wish_list_offer', amount: 1250, currency: 'GBP' },
      { use: 'orders.picks', counting: 'pick_ordered', amount: 9, currency: null },
      { use: 'sizes.advice', counting: 'return_avoided', amount: 1, currency: null },
    ] as const;
    expect(said(overview(categoryOverview('orders', 142), categoryOverview('club', 3, { got: [...got] })))).toBe(
      'We hold <b>2 kinds</b> of data. You allow <b>2 of 3</b> optional uses. ' +
        'This year you got <b>£41.40</b> off, <b>1 avoided return</b> and <b>9 orders</b> from our picks.',
    );
  });

  test('claims nothing where nothing is held or counted', () => {
    expect(said(overview(categoryOverview('orders', 0)))).toBe(
      'We hold nothing about you yet. You allow <b>2 of 3</b> optional uses.',
    );
    expect(said(overview(categoryOverview('orders', 1)))).toMatch(/Nothing is counted in return yet this year\.$/);
  });

  test('says time in whole minutes, and leaves out what is less than one', () => {
    expect(saved(779)).toMatch(/This year you got <b>12 minutes<\/b> saved\.$/);
    expect(saved(59)).toMatch(/Nothing is counted in return yet this year\.$/);
  });

  test('leaves out what the backend does not tell', () => {
    expect(said(null)).toBe('You allow <b>2 of 3</b> optional uses.');
  });
});

const suspended = (choice: string, since: string) => choiceState(choice, 'off', { why: 'notice_changed', since });

describe('a changed notice', () => {
  test('is not spoken of where no yes was lost to it', () => {
    expect(suspendedOf(notice, stored)).toBeNull();
  });

  test('names what is off until there is a new yes, and the last day on which that came to be', () => {
    const lost = byChoice(
      suspended('orders.picks', '2026-11-02T09:00:00.000Z'),
      choiceState('club.prices', 'on'),
      suspended('club.ads', '2026-10-01T09:00:00.000Z'),
    );
    expect(suspendedOf(notice, lost)).toEqual({
      since: '2026-11-02T09:00:00.000Z',
      agreedTo: 1,
      uses: [notice.categories[0]?.uses[0], notice.categories[1]?.uses[1]],
    });
  });
});

describe('the browser’s signal', () => {
  test('is not spoken of where the browser sends none', () => {
    expect(signalOf(notice, { signal: { gpc: false, recordedAt: now } }, stored)).toBeNull();
  });

  test('names what is off because of it, and what the customer allows all the same', () => {
    const signal = { gpc: true, recordedAt: now };
    const off = [{ id: 'club.ads', category: 'club', name: 'Use club.ads' }];
    expect(signalOf(notice, { signal }, stored)).toEqual({ off, allowed: [] });
    expect(signalOf(notice, { signal }, byChoice(choiceState('club.ads', 'on')))).toEqual({ off: [], allowed: off });
  });
});

test('categories stand in groups by source, in one order, and a source without any has no group', () => {
  expect(groupsOf(notice).map(({ source, categories }) => [source, categories.map(({ id }) => id)])).toEqual([
    ['given', ['club']],
    ['observed', ['orders']],
  ]);
});

test('the title names the card that the address opens', () => {
  expect(titleOf('What we hold', notice, 'club')).toBe('Category club · Halden & Row');
  expect(titleOf('What we hold', notice, 'nothing')).toBe('What we hold · Halden & Row');
});

describe('what was done since the customer was last here', () => {
  const at = '2026-11-12T09:30:00.000Z';
  const told = (times: number, uses: readonly string[], records: number) =>
    lastHereOf(english, { ...overview(), lastHere: { at, times, uses: [...uses], records } })?.replaceAll(
      '\u00a0',
      ' ',
    );

  test('is told with its day: how often data was used, in how many ways, and what was added', () => {
    expect(told(14, ['orders.picks', 'club.prices'], 8)).toBe(
      'Since you were last here (12 November 2026): we used your data <b>14 times</b> in 2 ways and we added <b>8 records</b>.',
    );
    expect(told(1, ['orders.picks'], 1)).toBe(
      'Since you were last here (12 November 2026): we used your data <b>once</b> and we added <b>1 record</b>.',
    );
  });

  test('is told in one way as one way, and names only what there was', () => {
    expect(told(3, ['orders.picks'], 0)).toBe(
      'Since you were last here (12 November 2026): we used your data <b>3 times</b> in 1 way.',
    );
    expect(told(0, [], 2)).toBe('Since you were last here (12 November 2026): we added <b>2 records</b>.');
  });

  test('is told where it was nothing, too; and not at all where nobody remembers', () => {
    expect(told(0, [], 0)).toBe('Since you were last here (12 November 2026): we did nothing with your data.');
    expect(lastHereOf(english, overview())).toBeNull();
  });
});
