import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { FrontendMessages, type FrontendMessage } from './frontend-messages.ts';

/** Where the way is cut: before the database heard "commit", while it works on it, or when it answered and nobody else heard. */
export type Cut = 'before' | 'amid' | 'after';

/** A way between the server and Postgres that breaks at the worst moment. */
export interface CommitProxy {
  /** The address of the database by this way. */
  readonly url: string;
  /** Cuts the next connection over which a decision is committed. Resolves when it is done. */
  cutNext(how: Cut): Promise<void>;
  /** Takes back a cut that nothing came to, so that what comes later is spared. */
  spare(): void;
  close(): Promise<void>;
}

/** The write of a decision in one statement, or the end of one in several. */
const isDecision = (sql: string): boolean => /insert into "entry"|^\s*commit/i.test(sql);

/** Listens on a free port of loopback and goes on to the Postgres behind `databaseUrl`, which is on a socket. */
export async function startCommitProxy(databaseUrl: string): Promise<CommitProxy> {
  const socketFile = join(new URL(databaseUrl).searchParams.get('host') ?? '', '.s.PGSQL.5432');
  const sockets = new Set<Socket>();
  let armed: { how: Cut; done: () => void } | null = null;

  const pass = (client: Socket): void => {
    const database = connect(socketFile);
    const messages = new FrontendMessages();
    const decisions = new Map<string, boolean>();
    let isWrite = false;
    let swallow = false;
    const destroy = (): void => {
      client.destroy();
      database.destroy();
    };
    for (const one of [client, database]) {
      sockets.add(one);
      one.on('error', destroy).on('close', () => {
        sockets.delete(one);
        destroy();
      });
    }
    /** A statement is parsed once and then only named; what is bound runs, and commits by itself, at the next "sync". */
    const isCommit = ({ type, statement, sql }: FrontendMessage): boolean => {
      if (type === 'Q') return isDecision(sql);
      if (type === 'P') decisions.set(statement, isDecision(sql));
      if (type === 'B') isWrite = decisions.get(statement) === true;
      return type === 'S' && isWrite;
    };
    client.on('data', (chunk: Buffer) => {
      const isNow = messages.read(chunk).some(isCommit);
      if (!isNow || !armed) return void database.write(chunk);
      const { how, done } = armed;
      armed = null;
      if (how === 'after') {
        swallow = true;
        database.once('data', () => {
          destroy();
          done();
        });
        database.write(chunk);
        return;
      }
      if (how === 'before') {
        destroy();
        return done();
      }
      client.destroy();
      database.write(chunk, () => {
        database.destroy();
        done();
      });
    });
    database.on('data', (chunk: Buffer) => {
      if (!swallow) client.write(chunk);
    });
  };

  const server = createServer(pass);
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const url = new URL(databaseUrl);
  url.search = '';
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    cutNext: (how) =>
      new Promise((done) => {
        armed = { how, done };
      }),
    spare() {
      armed = null;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const one of sockets) one.destroy();
      }),
  };
}
