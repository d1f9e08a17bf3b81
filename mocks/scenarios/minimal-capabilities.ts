import { lacking } from '#mocks/faults/server.ts';
import { scenario } from '#mocks/scenario.ts';

export const minimalCapabilities = scenario(
  'minimal-capabilities',
  'A backend that signs no receipts and keeps no history: what it cannot do is not shown.',
  {
    faults: [lacking({ receipts: null, history: false })],
  },
);
