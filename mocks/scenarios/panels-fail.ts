import { on } from '#mocks/fault.ts';
import { answers } from '#mocks/faults/server.ts';
import { scenario } from '#mocks/scenario.ts';

export const panelsFail = scenario(
  'panels-fail',
  'Nothing behind the overview can be read: each panel says so where it stands, and offers to try again.',
  {
    faults: [
      on(
        [
          'listHoldings',
          'listRecords',
          'listInferences',
          'listActivity',
          'listBenefits',
          'previewExperience',
          'getProfile',
          'getSafety',
          'getExpectations',
        ],
        answers('internal', 'This is our fault.'),
      ),
    ],
  },
);
