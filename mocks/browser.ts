import { setupWorker } from 'msw/browser';
import { httpBackend } from '#backend/http/http-backend.ts';
import type { Backend } from '#backend/port.ts';
import { handlers } from './handlers.ts';
import { backendWithin, worldOf } from './open-mock.ts';
import type { World } from './world.ts';

/** Starts the scenario that the page's address asks for, and opens the way to it that the product would take. */
export async function openMock(address: URL): Promise<{ backend: Backend; world: World }> {
  const world = await worldOf(address);
  const { scenario, handler } = world;
  if (scenario.backend !== 'http') return { backend: await backendWithin(world), world };
  await setupWorker(...handlers(handler)).start({ quiet: true, onUnhandledFrame: 'bypass' });
  return { backend: httpBackend({ baseUrl: '', brand: scenario.brand }), world };
}
