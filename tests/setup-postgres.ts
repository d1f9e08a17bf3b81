import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { openPostgres } from '#server/store/postgres.ts';
import { newDatabase, startPostgres, type Postgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers every request with the address of a database that nobody used before; at `/tables` it has our tables. */
    databases: string;
  }
}

/** One Postgres for all test files, started when the first of them asks for a database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let postgres: Promise<Postgres> | null = null;
  let tables: Promise<string> | null = null;
  const address = async (withTables: boolean): Promise<string> => {
    const running = await (postgres ??= startPostgres());
    return newDatabase(running, withTables ? await (tables ??= newTables(running)) : undefined);
  };
  const server = createServer(({ url }, response) => {
    address(url === '/tables').then(
      (found) => response.end(found),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  project.provide('databases', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    server.closeAllConnections();
    await (await postgres)?.stop();
  };
}

/** A database with the tables that a server makes when it is first started, for others to be copied from. */
async function newTables(postgres: Postgres): Promise<string> {
  const url = await newDatabase(postgres);
  const { close } = await openPostgres(url);
  await close();
  return url;
}
