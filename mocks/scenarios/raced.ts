import { on } from '#mocks/fault.ts';
import { changedElsewhere } from '#mocks/faults/others.ts';
import { scenario } from '#mocks/scenario.ts';

export const raced = scenario(
  'raced',
  'Another device moves the choice before every press arrives: turning off holds all the same.',
  {
    faults: [on(['decide'], changedElsewhere)],
  },
);
