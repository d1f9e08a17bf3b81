import { turnedEverythingOff } from '#mocks/past.ts';
import { scenario } from '#mocks/scenario.ts';

export const everythingOff = scenario(
  'everything-off',
  'Maya has turned every optional use off: what is held is still shown.',
  {
    before: turnedEverythingOff,
  },
);
