import { scenario } from '#mocks/scenario.ts';

export const browserOnly = scenario(
  'browser-only',
  'There is no server: decisions are kept in this browser only, and every word says so.',
  {
    backend: 'memory',
  },
);
