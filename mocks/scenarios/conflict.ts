import { on, times } from '#mocks/fault.ts';
import { changedElsewhere } from '#mocks/faults/others.ts';
import { scenario } from '#mocks/scenario.ts';

export const conflict = scenario(
  'conflict',
  'Another device is quicker, once: turning on becomes a question, never a guess.',
  {
    faults: [on(['decide'], times(1, changedElsewhere))],
  },
);
