import { scenario } from '#mocks/scenario.ts';

export const longWords = scenario('long-words', 'A language in which every word is longer.', {
  language: 'en-XA',
});
