import { join } from 'node:path';
import type { Store } from '#server/store/open-store.ts';
import { openStore } from '#server/store/open-store.ts';
import { newDatabase, startPostgres, type Postgres } from '#tests/postgres.ts';
import { startProcess, type ServerProcess } from '#tests/server/server-process.ts';
import { temporaryFolder } from '#tests/server/temporary-folder.ts';
import { postgresTables, sqliteTables, type Tables } from './tables.ts';

export type EngineName = 'sqlite' | 'postgres';

/** Where decisions are kept while a fault is tried: a store of its own, and the real server over it. */
export interface Place {
  readonly engine: EngineName;
  /** Null on SQLite. */
  readonly postgres: Postgres | null;
  readonly databaseUrl: string | null;
  /** Starts `server/main.ts`, with more in its environment, or something else, if need be. */
  start(environment?: Readonly<Record<string, string>>): Promise<ServerProcess>;
  /** The tables as they are, read past the server. */
  tables(): Promise<Tables>;
  /** The product's own store, to seed it and to verify it, while no server runs. */
  store(): Promise<Store>;
  close(): Promise<void>;
}

export interface PlaceOptions {
  /** The folder of the data, such as a small disk. Default: a temporary one. */
  readonly within?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

const now = (): string => new Date().toISOString();

const running = async (environment: Record<string, string>): Promise<ServerProcess> => {
  const server = await startProcess(environment);
  if (server.origin === '') throw new Error(`The server did not start: ${server.stderr()}`);
  const kill = (): void => server.kill('SIGKILL');
  process.once('exit', kill);
  void server.ended.then(() => process.off('exit', kill));
  return server;
};

export async function openPlace(engine: EngineName, options: PlaceOptions = {}): Promise<Place> {
  return engine === 'sqlite' ? sqlitePlace(options) : postgresPlace(options);
}

function sqlitePlace({ within }: PlaceOptions): Place {
  const dataDir = within ?? temporaryFolder();
  return {
    engine: 'sqlite',
    postgres: null,
    databaseUrl: null,
    start: (environment = {}) => running({ EVENHAND_DATA_DIR: dataDir, ...environment }),
    tables: async () => sqliteTables(join(dataDir, 'evenhand.db')),
    store: () => openStore(dataDir, now),
    close: async () => {},
  };
}

async function postgresPlace({ within, settings }: PlaceOptions): Promise<Place> {
  const postgres = await startPostgres(settings, within);
  const databaseUrl = await newDatabase(postgres);
  return {
    engine: 'postgres',
    postgres,
    databaseUrl,
    start: (environment = {}) => running({ DATABASE_URL: databaseUrl, ...environment }),
    tables: () => postgresTables(databaseUrl),
    store: () => openStore(databaseUrl, now),
    close: () => postgres.stop(),
  };
}
