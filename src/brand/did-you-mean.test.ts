import { expect, test } from 'vitest';
import { didYouMean, nearest } from './did-you-mean.ts';

test('A word with one slip is taken for the word it was meant to be', () => {
  expect(nearest('parcely', ['adreach', 'parcelly'])).toBe('parcelly');
  expect(nearest('cuont', ['newest', 'count'])).toBe('count');
  expect(nearest('GPB', ['USD', 'GBP'])).toBe('GBP');
  expect(nearest('wishlist', ['wish_list', 'wishes'])).toBe('wish_list');
  expect(nearest('ProductRecommendations', ['ProvideEventRecommendations', 'ProvideProductRecommendations'])).toBe(
    'ProvideProductRecommendations',
  );
});

test('A word that is near nothing is not guessed at', () => {
  expect(nearest('zebra', ['adreach', 'parcelly'])).toBeNull();
  expect(nearest('amount', ['count'])).toBeNull();
  expect(nearest('anything', [])).toBeNull();
  expect(didYouMean('zebra', ['adreach', 'parcelly', 'adreach'])).toBe('Known: adreach, parcelly.');
  expect(didYouMean('zebra', [])).toBe('Write an id that is there.');
  expect(
    didYouMean(
      'zebra',
      Array.from({ length: 40 }, (_, at) => `word${at}`),
      'one of forty',
    ),
  ).toBe('Write one of forty.');
});
