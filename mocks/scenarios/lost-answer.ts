import { on, times } from '#mocks/fault.ts';
import { answerLost } from '#mocks/faults/network.ts';
import { scenario } from '#mocks/scenario.ts';

export const lostAnswer = scenario(
  'lost-answer',
  'The first decision is stored and its answer is lost: the same key finds it again, and it is stored once.',
  {
    faults: [on(['decide'], times(1, answerLost))],
  },
);
