import { on } from '#mocks/fault.ts';
import { silent } from '#mocks/faults/network.ts';
import { scenario } from '#mocks/scenario.ts';

export const hangingLoad = scenario(
  'hanging-load',
  'What is held never comes: a skeleton, and in the end a sentence.',
  {
    faults: [on(['getOverview'], silent)],
  },
);
