import { pino } from 'pino';
import { openBrands } from '#server/brands.ts';
import { compose } from '#server/compose.ts';
import { listen } from '#server/listen.ts';
import { readStaticFiles } from '#server/static-files.ts';
import { openStore } from '#server/store/open-store.ts';
import { temporaryFolder } from '#tests/server/temporary-folder.ts';
import { verifyLog } from '#tests/server/verify-log.ts';
import { httpBrowser } from './http-browser.ts';
import type { Target, World } from './target.ts';

const anyPace = { aMinute: Number.POSITIVE_INFINITY, apart: 0, patience: 0 };

/**
 * The server as it is started for customers, on a free port, with the suite's clock and brands. `place` is a new
 * database: a folder, or the address of a Postgres.
 */
export async function openServerTarget(place: string, world: World): Promise<Target> {
  const folder = temporaryFolder();
  const log = pino({ level: 'silent' });
  const { now } = world;
  const store = await openStore(place, now);
  const brands = await openBrands({
    folder,
    database: store.database,
    log,
    now,
    holderOf: () => world.holder,
  });
  for (const edition of world.editions) await brands.publish(edition);

  const config = {
    host: '127.0.0.1',
    port: 0,
    dataDir: folder,
    databaseUrl: null,
    origin: null,
    logLevel: 'silent',
  } as const;
  let port = 0;
  const { app } = compose({
    config,
    log,
    brands,
    now,
    store: { ...store, subjects: world.faulty(store.subjects) },
    files: readStaticFiles(folder),
    port: () => port,
    isStopping: () => false,
    sessionLasts: world.sessionLasts,
    // The suite decides faster than a person; the pace has tests of its own.
    paces: { decisions: anyPace, deeds: anyPace },
  });
  const listening = await listen(app, config);
  ({ port } = listening);
  const origin = `http://127.0.0.1:${port}`;
  return {
    abilities: ['clock', 'publish', 'faults', 'wire', 'tokens'],
    audience: (brand) => `${origin}/v1/${brand}`,
    origin,
    browser: () => httpBrowser(origin),
    publish: (edition) => brands.publish(edition),
    async close() {
      await listening.stop();
      await store.close();
      // Whatever a case did, the record it leaves behind is whole.
      await verifyLog(place);
    },
  };
}
