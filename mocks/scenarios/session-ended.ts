import { on, times } from '#mocks/fault.ts';
import { sessionOver } from '#mocks/faults/others.ts';
import { scenario } from '#mocks/scenario.ts';

export const sessionEnded = scenario(
  'session-ended',
  'The session is over when the first press arrives: the row asks to sign in, and keeps the press.',
  {
    faults: [on(['decide'], times(1, sessionOver))],
  },
);
