import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';

/** The address cannot be listened on. Its message says what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** Listens, and answers with the port. */
export const listen = (server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve((server.address() as AddressInfo).port);
    });
  });

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another number (0 picks a free one).`,
    EACCES: `Port ${port} is not allowed to this user. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Set EVENHAND_HOST to one that is, or unset it.`,
    ENOTFOUND: `${host} is no address of this machine. Set EVENHAND_HOST to one that is, or unset it.`,
  };
  const sentence = sentences[error.code ?? ''];
  return sentence === undefined ? error : new CannotListen(sentence);
}
