import { turnedOffHere } from '#mocks/past.ts';
import { scenario } from '#mocks/scenario.ts';

export const visitorAfterPress = scenario(
  'visitor-after-press',
  'Nobody is signed in, and something was turned off in this browser before: it stands, with its day.',
  { persona: null, before: turnedOffHere('purchases.offers', 'account.catalogue') },
);
