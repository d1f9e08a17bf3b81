import { scenario } from '#mocks/scenario.ts';

export const previewNotSaved = scenario(
  'preview-not-saved',
  'There is no server and no storage: nothing is kept, and no word claims it.',
  {
    backend: 'forgetful',
    keeps: false,
  },
);
