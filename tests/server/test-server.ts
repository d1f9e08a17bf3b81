import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createLog } from '#server/log.ts';
import { defaultPlaces, startServer, type Places, type RunningServer } from '#server/start.ts';
import { brand, httpClient, type HttpClient } from './http-client.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A server in this process, on a free port of loopback, with a data folder of its own. */
export interface TestServer extends RunningServer {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly places: Places;
  /** Every line that was logged, as text. */
  logText(): string;
  logLines(): readonly Record<string, unknown>[];
  /** A browser without cookies. */
  client(): HttpClient;
}

/** The retailer's brand, in a folder that a test may change, with made-up customers of whom little is held. */
export function smallBrands(): string {
  const folder = join(temporaryFolder(), 'brands');
  const demo = join(folder, brand, 'demo');
  cpSync(join(defaultPlaces.brands, brand), join(folder, brand), { recursive: true });
  rmSync(demo, { recursive: true, force: true });
  mkdirSync(demo);
  cpSync(join(import.meta.dirname, 'small-demo.ts'), join(demo, 'customer.ts'));
  return folder;
}

/** Starts a server; give the `dataDir` or the `databaseUrl` of an earlier one to start it again. */
export async function startTestServer(
  options: { dataDir?: string; databaseUrl?: string; places?: Partial<Places>; origin?: string | null } = {},
): Promise<TestServer> {
  const dataDir = options.dataDir ?? temporaryFolder();
  // What draws pages is a build: a test that wants it says so.
  const places = { ...defaultPlaces, renderer: '', brands: smallBrands(), ...options.places };
  let text = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  const log = createLog('debug', sink);
  const { databaseUrl = null, origin = null } = options;
  const config = { host: '127.0.0.1', port: 0, dataDir, databaseUrl, origin, logLevel: 'debug' } as const;
  const server = await startServer(config, log, places);
  return {
    ...server,
    dataDir,
    databaseUrl,
    places,
    logText: () => text,
    logLines: () =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    client: () => httpClient(server.origin),
  };
}
