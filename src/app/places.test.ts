import { expect, test } from 'vitest';
import { lateRouteAt } from './late-routes.tsx';
import { pageOf } from './page-of.ts';
import { placeOf, places } from './places.ts';

test('every place has a page', () => {
  const [first, ...others] = places;
  expect(first?.path).toBe('/');
  for (const { path } of others) expect(lateRouteAt(path)?.path).toMatch(path);
});

test('every place but the first waits for a backend that has it', () => {
  expect(places.slice(1).filter(({ needs }) => needs === undefined)).toEqual([]);
});

test.each([
  ['/', '/'],
  ['/data/purchases', '/'],
  ['/held', '/held'],
  ['/held/purchases', '/held'],
  ['/receipts/12', '/receipts'],
])('the address %s belongs to the place %s', (pathname, place) => {
  expect(placeOf(pageOf(pathname))).toBe(place);
});
