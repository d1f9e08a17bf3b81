import { scenario } from '#mocks/scenario.ts';

export const visitor = scenario(
  'visitor',
  'Nobody is signed in: the notice, the way to sign in, and what can be turned off in this browser.',
  { persona: null },
);
