import { on } from '#mocks/fault.ts';
import { answers, lacking } from '#mocks/faults/server.ts';
import { scenario } from '#mocks/scenario.ts';

export const visitorNoticeOnly = scenario(
  'visitor-notice-only',
  'Nobody is signed in, and the backend keeps nothing for a browser: the notice, and the way to sign in.',
  {
    persona: null,
    faults: [
      lacking(['browserSubject']),
      on(['openSession'], answers('forbidden', 'This backend has no sessions without a customer.')),
    ],
  },
);
