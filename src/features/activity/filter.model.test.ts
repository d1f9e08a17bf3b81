import { setupI18n } from '@lingui/core';
import { describe, expect, test } from 'vitest';
import { voiceOf } from '#i18n/voice.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { addressOf, askedIn, countSentence, withCategory, withUntil, withUse } from './filter.model.ts';

const english = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
const notice = exampleNotice([
  exampleCategory('orders', [exampleUse('orders.picks'), exampleUse('orders.ads')]),
  exampleCategory('pages', [exampleUse('pages.count')]),
]);

describe('what an address asks for', () => {
  test('is a kind of data, a use and a day, and goes back into an address as it came', () => {
    const asked = { category: 'orders', use: 'orders.ads', until: '2026-03-31' };
    expect(askedIn('?lang=cy&category=orders&use=orders.ads&until=2026-03-31', notice)).toEqual(asked);
    expect(addressOf(asked)).toEqual(asked);
    expect(addressOf(askedIn('', notice))).toEqual({});
  });

  test.each([
    ['?category=shoes', {}],
    ['?use=orders.walk', {}],
    ['?category=pages&use=orders.ads', { category: 'pages' }],
    ['?until=2026-02-30', {}],
    ['?until=tomorrow', {}],
    ['?until=2028-02-29', { until: '2028-02-29' }],
  ])('%s is read as far as it means something', (search, asked) => expect(askedIn(search, notice)).toEqual(asked));
});

test('another kind of data leaves a use of the one before, and keeps the day', () => {
  const asked = { category: 'orders', use: 'orders.ads', until: '2026-03-31' };
  expect(withCategory(asked, 'pages')).toEqual({ category: 'pages', until: '2026-03-31' });
  expect(withCategory(asked, '')).toEqual({ use: 'orders.ads', until: '2026-03-31' });
  expect(withUse(asked, '')).toEqual({ category: 'orders', until: '2026-03-31' });
  expect(withUntil(asked, null)).toEqual({ category: 'orders', use: 'orders.ads' });
});

const count = (asked: Parameters<typeof countSentence>[2], of: number) =>
  countSentence(english, notice, asked, of).replaceAll('\u00a0', ' ');

describe('the count', () => {
  test('says what it is of', () => {
    expect(count({}, 4938)).toBe('We used your data <b>4,938 times</b>, newest first.');
    expect(count({ category: 'orders', use: 'orders.ads', until: '2026-03-31' }, 1)).toBe(
      'We used your data <b>1 time</b>: Category orders, Use orders.ads, up to 31 March 2026.',
    );
  });

  test('of nothing says whether that is all there is', () => {
    expect(count({}, 0)).toBe('We have not used your data yet. When we do, it stands here with its day.');
    expect(count({ category: 'pages' }, 0)).toBe('We did not use your data for this. (Category pages)');
  });
});
