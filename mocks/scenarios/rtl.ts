import { scenario } from '#mocks/scenario.ts';

export const rtl = scenario('rtl', 'A language that is read from right to left.', {
  language: 'ar-XB',
});
