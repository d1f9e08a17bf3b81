import { expect, test } from 'vitest';
import { nearestLanguage } from './language.ts';

test.for([
  ['en-GB', ['en-GB', 'cy'], 'en-GB'],
  ['cy', ['en-GB', 'cy'], 'cy'],
  ['en-US', ['de', 'en-GB'], 'en-GB'],
  ['de-AT', ['en-GB', 'de-DE'], 'de-DE'],
  ['fr', ['en-GB', 'cy'], 'en-GB'],
  ['en-XA', ['en-GB'], 'en-XA'],
] as const)('%s, where a brand speaks %s, is %s', ([wanted, spoken, chosen]) => {
  expect(nearestLanguage(wanted, spoken)).toBe(chosen);
});
