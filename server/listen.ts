import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { StartError } from './start-error.ts';

export interface Listening {
  readonly port: number;
  /** Takes no new connection, and resolves when the last request under way is answered, or cut off after 10 s. */
  readonly stop: () => Promise<void>;
}

/**
 * Milliseconds that a client may take to send its headers, and its whole request; and that a connection may rest between
 * two. Proxies keep theirs for a minute: if we closed first, a request could meet a connection that is closing.
 */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 75_000 };

/** Answers requests at an address. */
export function listen(app: App, { host, port }: Pick<Config, 'host' | 'port'>): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: patience }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve({ port: (server.address() as AddressInfo).port, stop: () => stop(server) });
    });
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another number (0 picks a free one).`,
    EACCES: `Port ${port} is not allowed to this user. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Set EVENHAND_HOST to one that is, or unset it.`,
    ENOTFOUND: `${host} is no address of this machine. Set EVENHAND_HOST to one that is, or unset it.`,
  };
  const sentence = sentences[error.code ?? ''];
  return sentence === undefined ? error : new StartError(sentence);
}

/** Milliseconds that requests under way get to finish. */
const grace = 10_000;

async function stop(server: Server): Promise<void> {
  // A connection kept alive would bring the next request: its answer now says that it is the last.
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
