import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { CannotListen } from './listen.ts';
import { FolderInUse } from './lock.ts';
import { createLog, describeError } from './log.ts';
import { NoBrand, startServer, type RunningServer } from './start.ts';

/** Mistakes of whoever starts the server: one sentence, no stack. */
const told = [ConfigError, FolderInUse, CannotListen, NoBrand];

function fail(error: unknown): never {
  const sentence = error instanceof Error && told.some((kind) => error instanceof kind);
  console.error(sentence ? error.message : describeError(error));
  process.exit(1);
}

/** The address, and last the link that signs a made-up customer in. */
function greet({ origin, brands }: RunningServer): void {
  const brand = brands.first();
  console.log(`Evenhand serves ${brand.face.name} at ${origin}/`);
  const personas = brands.personas(brand.face.id);
  if (!origin.startsWith('http://')) return;
  for (const persona of personas.toReversed()) console.log(`Open it as a made-up customer: ${origin}/demo/${persona}`);
}

try {
  const config = readConfig(process.env);
  // Logs go to stderr, so that what is said to a person stays on its own.
  const log = createLog(config.logLevel, pino.destination(2));
  const server = await startServer(config, log);

  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info('stopping');
    server.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  process.on('SIGHUP', () => {
    server.reload().catch((error: unknown) => log.error(describeError(error), 'the brands could not be read again'));
  });
  greet(server);
} catch (error) {
  fail(error);
}
