import { on } from '#mocks/fault.ts';
import { down } from '#mocks/faults/server.ts';
import { scenario } from '#mocks/scenario.ts';

export const failingWrites = scenario(
  'failing-writes',
  'Reading works; no decision is stored, and the customer is told so until one is.',
  {
    faults: [on(['decide'], down)],
  },
);
