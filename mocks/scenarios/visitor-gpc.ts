import { scenario } from '#mocks/scenario.ts';

export const visitorGpc = scenario(
  'visitor-gpc',
  'Nobody is signed in, and the browser asks sites not to sell or share: what it reaches is off already.',
  { persona: null, gpc: true },
);
