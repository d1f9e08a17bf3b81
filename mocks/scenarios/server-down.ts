import { down } from '#mocks/faults/server.ts';
import { scenario } from '#mocks/scenario.ts';

export const serverDown = scenario('server-down', 'Something in front of the server answers 503 to everything.', {
  faults: [down],
});
