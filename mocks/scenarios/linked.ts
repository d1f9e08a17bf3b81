import { turnedOffHere } from '#mocks/past.ts';
import { scenario } from '#mocks/scenario.ts';

export const linked = scenario(
  'linked',
  'Something was turned off in this browser before Maya signed in: it is off in her account now, and the page says so.',
  { keeps: false, before: turnedOffHere('purchases.offers', 'browsing.site') },
);
