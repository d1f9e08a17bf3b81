import { on } from '#mocks/fault.ts';
import { down } from '#mocks/faults/server.ts';
import { scenario } from '#mocks/scenario.ts';

export const choicesFail = scenario('choices-fail', 'The choices cannot be read: no switch may show a guess.', {
  faults: [on(['getChoices'], down)],
});
