import { expect, test } from 'vitest';
import { formatsIn, majorUnits } from './formats.ts';

const british = formatsIn('en-GB', 'Europe/London');
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('every date carries its year, and a day stays beside its month', () => {
  expect(british.date('2026-05-03T09:00:00.000Z')).toBe('3\u00a0May 2026');
  expect(plain(british.moment('2026-05-03T13:02:00.000Z'))).toBe('3 May 2026 at 14:02');
});

test('a moment is told in the brand’s zone, a calendar day in none', () => {
  const late = '2026-12-31T23:30:00.000Z';
  expect(plain(formatsIn('en-GB', 'Pacific/Auckland').date(late))).toBe('1 January 2027');
  for (const zone of ['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])
    expect(plain(formatsIn('en-GB', zone).date('2026-01-01'))).toBe('1 January 2026');
});

test('money is written from minor units, as many as its currency has', () => {
  expect(british.money(4120, 'GBP')).toBe('£41.20');
  expect(formatsIn('ja', 'Asia/Tokyo').money(4120, 'JPY')).toMatch(/4,120/);
  expect(majorUnits(4120, 'GBP')).toBe(41.2);
  expect(majorUnits(4120, 'JPY')).toBe(4120);
});

test('lengths of time, lists, countries and months are words of the language', () => {
  expect(british.duration('P6Y')).toBe('6 years');
  expect(british.duration('P24M')).toBe('24 months');
  expect(british.duration('P1D')).toBe('1 day');
  expect(british.list(['offers', 'ads', 'news'])).toBe('offers, ads and news');
  expect(british.country('DE')).toBe('Germany');
  expect([british.month(5, 'long'), british.month(5, 'narrow')]).toEqual(['May', 'M']);
  expect(formatsIn('de', 'Europe/Berlin').country('DE')).toBe('Deutschland');
});
