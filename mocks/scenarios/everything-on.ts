import { turnedEverythingOn } from '#mocks/past.ts';
import { scenario } from '#mocks/scenario.ts';

export const everythingOn = scenario(
  'everything-on',
  'Maya has turned every optional use on, those included that take words or two steps.',
  {
    before: turnedEverythingOn,
  },
);
