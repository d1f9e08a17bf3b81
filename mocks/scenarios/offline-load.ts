import { connected } from '#mocks/faults/network.ts';
import { scenario } from '#mocks/scenario.ts';

export const offlineLoad = scenario('offline-load', 'There is no connection when the page opens.', {
  before: async (world) => world.connection.set(false),
  faults: [connected],
});
