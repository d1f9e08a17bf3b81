import { grantRanOut } from '#mocks/past.ts';
import { scenario } from '#mocks/scenario.ts';

export const expiredGrant = scenario(
  'expired-grant',
  'Maya allowed a shortlist until yesterday: it is off again, and says since when.',
  {
    keeps: false,
    before: grantRanOut('browsing.shortlist'),
  },
);
