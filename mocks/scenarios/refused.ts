import { on } from '#mocks/fault.ts';
import { answers } from '#mocks/faults/server.ts';
import { scenario } from '#mocks/scenario.ts';

export const refused = scenario('refused', 'The server understands every decision and will not have it.', {
  faults: [on(['decide'], answers('forbidden', 'This page may not decide.'))],
});
