import type { Server } from 'node:http';

/** Milliseconds that requests under way get to finish. */
export const grace = 10_000;

/**
 * Takes no new connection, lets every request under way finish, and resolves when the last is answered, or cut off
 * after the grace.
 */
export async function stopServer(server: Server): Promise<void> {
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
