import { everyAbility, lacking } from '#mocks/faults/server.ts';
import { scenario } from '#mocks/scenario.ts';

export const minimalCapabilities = scenario(
  'minimal-capabilities',
  'A backend that can do no more than it must: what it cannot do is not shown.',
  {
    faults: [lacking(everyAbility)],
  },
);
