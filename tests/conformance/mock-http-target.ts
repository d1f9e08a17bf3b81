import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { serve } from '#backend/serve.ts';
import { httpBrowser } from './http-browser.ts';
import { audienceOfMemory, memoryOver } from './memory-target.ts';
import type { Target, World } from './target.ts';

/** The memory backend behind `serve`, on a socket of this machine: what the mock mounts, as a server would. */
export const openMockOverHttp = async (world: World): Promise<Target> => {
  const { connect, brands } = memoryOver(world);
  const incomingOf = new WeakMap<Request, IncomingMessage>();
  const handle = serve(connect, {
    session: { secure: false },
    demoAllowed: () => true,
    headerValues: (request, name) => incomingOf.get(request)?.headersDistinct[name] ?? [],
    evidence: () => ({ ipPrefix: '127.0.0.0/24', userAgent: 'a test' }),
  });
  const server = createAdaptorServer({
    fetch(request, bindings) {
      incomingOf.set(request, (bindings as HttpBindings).incoming);
      return handle(request);
    },
  }) as Server;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    abilities: ['clock', 'publish', 'faults', 'wire', 'tokens'],
    audience: audienceOfMemory,
    origin,
    browser: () => httpBrowser(origin),
    publish: async (edition) => brands.publish(edition, world.holder, world.now()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
