import { on } from '#mocks/fault.ts';
import { answers } from '#mocks/faults/server.ts';
import { scenario } from '#mocks/scenario.ts';

export const overviewFails = scenario('overview-fails', 'What is held cannot be read; everything else works.', {
  faults: [on(['getOverview'], answers('internal', 'This is our fault.'))],
});
