import { scenario } from '#mocks/scenario.ts';

export const signedOut = scenario('signed-out', 'Nobody is signed in.', {
  persona: null,
});
