import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { openapi } from '#contract/openapi.ts';
import type { Instant } from '#contract/primitives.ts';
import { subjectService } from '#backend/subject-service.ts';
import { turns } from '#backend/turns.ts';
import { createApp } from './app.ts';
import { openBrands, type LiveBrands } from './brands.ts';
import type { Config } from './config.ts';
import { demoHolder, loadDemoCustomers } from './demo-customers.ts';
import { defaultRequestLimit } from './limits.ts';
import { listen } from './listen.ts';
import { lockFolder } from './lock.ts';
import type { Log } from './log.ts';
import { originOf, originsOf } from './origins.ts';
import { paced } from './pace.ts';
import { signerOf } from './signer.ts';
import { readStaticFiles } from './static-files.ts';
import { stopServer } from './stop.ts';
import { makeDataFolder } from './store/data-folder.ts';
import { openStore } from './store/open-store.ts';

/** Where the server finds what is not data. */
export interface Places {
  readonly brands: string;
  readonly app: string;
}

const now = (): Instant => new Date().toISOString();

const project = fileURLToPath(new URL('..', import.meta.url));
export const defaultPlaces: Places = { brands: resolve(project, 'brands'), app: resolve(project, 'dist') };

export interface RunningServer {
  /** The address that customers open. */
  readonly origin: string;
  readonly port: number;
  readonly brands: LiveBrands;
  /** Takes in brand folders that changed. */
  reload(): Promise<void>;
  /** Finishes what is under way, then closes the database. */
  stop(): Promise<void>;
}

/** There is nothing to serve. Its message says what to do. */
export class NoBrand extends Error {
  override readonly name = 'NoBrand';
}

/** Opens the store, takes in the brands and their made-up customers, and listens. On any failure nothing stays open. */
export async function startServer(config: Config, log: Log, places: Places = defaultPlaces): Promise<RunningServer> {
  const opened: (() => unknown)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).toReversed()) await close();
  };
  try {
    makeDataFolder(config.dataDir);
    opened.push(lockFolder(config.dataDir));
    const store = await openStore(config.dataDir, now);
    opened.push(() => store.close());

    const { database, holdings, keys } = store;
    const brands = await openBrands({
      folder: places.brands,
      database,
      log,
      now,
      holderOf: (brand) => demoHolder(database, holdings, brand),
    });
    if (brands.ids().length === 0) {
      throw new NoBrand(`There is no brand to serve in ${places.brands}. Add one, or mend what is named above.`);
    }
    let { port } = config;
    const ports = {
      ...store,
      brands,
      now,
      inTurn: turns(),
      signer: signerOf(keys, () => originOf(config, port)),
    };
    const loadDemos = (): Promise<void> => loadDemoCustomers(places.brands, brands, ports);
    await loadDemos();

    let stopping = false;
    const app = createApp({
      config,
      log,
      connect: paced(subjectService({ ...ports, durability: 'durable' }), ports),
      files: readStaticFiles(places.app),
      openapi: openapi(),
      keys: keys.published,
      limit: defaultRequestLimit,
      brands,
      origins: () => originsOf(config, port),
      isReady: async () => !stopping && (await store.answers()),
    });
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    port = await listen(server, config);
    opened.push(() => stopServer(server));
    log.info({ durability: 'durable', brands: brands.ids() }, 'listening');

    return {
      origin: originOf(config, port),
      port,
      brands,
      async reload() {
        await brands.reload();
        await loadDemos();
      },
      async stop() {
        stopping = true;
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
