import { on, times } from '#mocks/fault.ts';
import { connected, connectionCut } from '#mocks/faults/network.ts';
import { scenario } from '#mocks/scenario.ts';

export const offline = scenario(
  'offline',
  'The connection is lost at the first press: it waits, is not called saved, and goes when the connection is back.',
  {
    faults: [connected, on(['decide'], times(1, connectionCut))],
  },
);
