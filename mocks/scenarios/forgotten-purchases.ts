import { forgot } from '#mocks/past.ts';
import { scenario } from '#mocks/scenario.ts';

export const forgottenPurchases = scenario(
  'forgotten-purchases',
  'Maya had her purchases forgotten: what the law asks for is kept, and everything that rested on the rest says so.',
  {
    before: forgot('purchases'),
  },
);
