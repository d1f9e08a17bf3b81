import { expect, test } from 'vitest';
import { keptSearch } from './kept-search.ts';

test('a link to another page keeps what is asked of every page, and leaves what was asked of this one', () => {
  expect(keptSearch('?lang=cy&category=purchases&until=2026-11-12&theme=dark')).toBe('?lang=cy&theme=dark');
  expect(keptSearch('?year=2026')).toBe('');
  expect(keptSearch('')).toBe('');
});

test('what is asked of the other page joins it', () => {
  expect(keptSearch('?lang=cy&use=purchases.ads', { category: 'browsing' })).toBe('?lang=cy&category=browsing');
  expect(keptSearch('', { behind: 'b:r 1:pick_ordered' })).toBe('?behind=b%3Ar+1%3Apick_ordered');
});
