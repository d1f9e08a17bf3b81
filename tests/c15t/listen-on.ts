import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  /** "http://127.0.0.1:4711" */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Lets a server listen on a free port of this machine. */
export const listenOn = async (server: Server): Promise<Listening> => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
