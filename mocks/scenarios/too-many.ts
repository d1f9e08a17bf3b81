import { on } from '#mocks/fault.ts';
import { answers } from '#mocks/faults/server.ts';
import { grantsOnly } from '#mocks/faults/server.ts';
import { scenario } from '#mocks/scenario.ts';

export const tooMany = scenario('too-many', 'Too many presses: turning on has to wait, turning off does not.', {
  faults: [on(['decide'], grantsOnly(answers('too_many', 'Wait, then send the same again.', { 'Retry-After': '5' })))],
});
