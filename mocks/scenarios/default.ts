import { scenario } from '#mocks/scenario.ts';

export const usual = scenario('default', 'Maya, three years a customer, and everything works.');
