import { on, times } from '#mocks/fault.ts';
import { sessionOver } from '#mocks/faults/others.ts';
import { turnedOn } from '#mocks/past.ts';
import { scenario } from '#mocks/scenario.ts';

export const sessionEndedWithdrawal = scenario(
  'session-ended-withdrawal',
  'The session is over when something is turned off: it is off in this browser at once, and kept for the account.',
  {
    before: turnedOn('location.nearby'),
    faults: [on(['decide'], times(1, sessionOver))],
  },
);
