import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newSearch } from './search-words.ts';

const finds = (search: string, label: string) => newSearch(search)(label);

describe('a search', () => {
  test.each([
    ['duvet linen', 'Linen duvet, double'],
    ['  LIN   double ', 'Linen duvet, double'],
    ['creme', 'Crème brûlée dish'],
    ['BRÛLEE', 'Crème brûlée dish'],
    ['strasse', 'Lamp for Hauptstraße 3'],
    ['straße', 'LAMP FOR HAUPTSTRASSE 3'],
    ['οδος', 'ΟΔΟΣ ΕΡΜΟΥ'],
    ['istanbul', 'Delivered in İstanbul'],
    ['½', '½ metre of linen'],
    ['', 'Anything'],
    ['   ', 'Anything'],
  ])('for “%s” finds “%s”', (search, label) => {
    expect(finds(search, label)).toBe(true);
  });

  test.each([
    ['linen single', 'Linen duvet, double'],
    ['linenduvet', 'Linen duvet, double'],
    ['.*', 'Linen duvet, double'],
    ['o’', 'Order'],
  ])('for “%s” does not find “%s”', (search, label) => {
    expect(finds(search, label)).toBe(false);
  });

  test('finds a label by its own words in any order and case, with or without accents', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-zÀ-ÿ0-9]{1,8}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        words.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: 1 }), fc.boolean())),
        ([all, some, up]) => {
          const search = up ? some.join(' ').toUpperCase() : some.join(' ').normalize('NFD').toLowerCase();
          expect(finds(search, all.join(' '))).toBe(true);
        },
      ),
    );
  });
});
