import { late } from '#mocks/faults/network.ts';
import { scenario } from '#mocks/scenario.ts';

export const slow = scenario(
  'slow',
  'Every answer takes four seconds: a skeleton, then the page; a press says that it is being saved.',
  {
    faults: [late(4000)],
  },
);
