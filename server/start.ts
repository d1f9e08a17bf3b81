import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant } from '#contract/primitives.ts';
import type { Holder } from '#backend/published-brand.ts';
import { reachable } from '#backend/reachable.ts';
import { openBrands, type LiveBrands } from './brands.ts';
import { closeWeeks } from './close-weeks.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { demoExperience, demoHolder, loadDemoCustomers } from './demo-customers.ts';
import { every } from './every.ts';
import { listen, type Listening } from './listen.ts';
import { lockFolder } from './lock.ts';
import { describeError, type Log } from './log.ts';
import { originOf } from './origins.ts';
import { StartError } from './start-error.ts';
import { openPages } from './rendered-page/open-pages.ts';
import { reportFailures } from './report-failures.ts';
import { sayOutage } from './say-outage.ts';
import { readStaticFiles } from './static-files.ts';
import { makeDataFolder } from './store/data-folder.ts';
import { openStore } from './store/open-store.ts';
import { dropEndedSessions } from './store/sessions.ts';
import { openInstruments } from './telemetry/instruments.ts';
import { observeCommits } from './telemetry/observe-commits.ts';

/** Where the server finds what is not data. */
export interface Places {
  readonly brands: string;
  /** The folder of the built app, as browsers get it. */
  readonly app: string;
  /** The file of its other build, which draws pages here. */
  readonly renderer: string;
}

const project = fileURLToPath(new URL('..', import.meta.url));
export const defaultPlaces: Places = {
  brands: resolve(project, 'brands'),
  app: resolve(project, 'dist'),
  renderer: resolve(project, 'dist-server/render-page.js'),
};

export interface RunningServer {
  /** The address that customers open. */
  readonly origin: string;
  readonly port: number;
  readonly brands: LiveBrands;
  /** Takes in brand folders and signing keys that changed. */
  reload(): Promise<void>;
  /** Finishes what is under way, then closes the database. */
  stop(): Promise<void>;
}

const now = (): Instant => new Date().toISOString();
const hour = 3_600_000;
const minute = 60_000;
/** Milliseconds after which every server at the latest knows of a signing key that was added or retired. */
const keysReadEvery = 30_000;

/** Opens the store, takes in the brands and their made-up customers, and listens. On any failure nothing stays open. */
export async function startServer(config: Config, log: Log, places: Places = defaultPlaces): Promise<RunningServer> {
  const opened: (() => unknown)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).toReversed()) await close();
  };
  try {
    if (config.databaseUrl === null) {
      makeDataFolder(config.dataDir);
      opened.push(lockFolder(config.dataDir));
    }
    const store = await openStore(config.databaseUrl ?? config.dataDir, now);
    opened.push(() => store.close());

    const { database, holdings } = store;
    const holderOf = (brand: string): Holder => ({
      ...reachable(reportFailures(demoHolder(database, holdings, brand), log)),
      ...demoExperience(join(places.brands, brand)),
    });
    const brands = await openBrands({ folder: places.brands, database, log, now, holderOf });
    if (brands.ids().length === 0) {
      const mistakes = brands.mistakes();
      const mend = mistakes.length === 0 ? 'Add one.' : 'Mend one of these:';
      throw new StartError([`There is no brand to serve in ${places.brands}. ${mend}`, ...mistakes].join('\n'));
    }

    let stopping = false;
    let listening: Listening | null = null;
    const port = (): number => listening?.port ?? config.port;
    const files = readStaticFiles(places.app);
    const pages = await openPages(places, log);
    const instruments = openInstruments();
    if (instruments) opened.push(observeCommits(instruments));
    const { app, recorder } = compose({
      config,
      log,
      store,
      brands,
      files,
      pages,
      instruments,
      now,
      port,
      isStopping: () => stopping,
    });
    const loadDemos = (): Promise<void> => loadDemoCustomers(places.brands, brands, { ...recorder, holdings });
    await loadDemos();
    const { expectations } = store;
    const close = (): Promise<void> => closeWeeks(brands, expectations, now());
    const notClosed = (error: unknown): void =>
      log.error(describeError(error), 'weeks that are over could not be closed');
    await close().catch(notClosed);

    listening = await listen(app, config);
    opened.push(listening.stop);
    const clean = (): Promise<void> => dropEndedSessions(database, now());
    opened.push(every(hour, clean, () => log.error('ended sessions could not be dropped')));
    opened.push(every(minute, close, notClosed));
    // What another server on this database published.
    const outage = { failed: 'the database is out of reach', back: 'the database is in reach again' };
    const refresh = sayOutage(brands.refresh, log, outage);
    if (config.databaseUrl !== null) opened.push(every(1_000, refresh, () => {}));
    const { keys } = store;
    opened.push(
      every(keysReadEvery, keys.refresh, (error) =>
        log.error(describeError(error), 'the signing keys could not be read again'),
      ),
    );
    log.info({ durability: 'durable', brands: brands.ids() }, 'listening');

    return {
      origin: originOf(config, port()),
      port: port(),
      brands,
      async reload() {
        await keys.refresh();
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
