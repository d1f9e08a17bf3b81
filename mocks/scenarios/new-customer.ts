import { scenario } from '#mocks/scenario.ts';

export const newCustomer = scenario(
  'new-customer',
  'Noor joined this week: nearly nothing is held, and nothing has come back yet.',
  {
    persona: 'noor',
  },
);
