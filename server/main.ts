import { pino } from 'pino';
import { ConfigError, readConfig, type Config } from './config.ts';
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

/** The address, and last the link that signs the first of the made-up customers in. */
function greet({ origin, brands }: RunningServer, { dataDir }: Config): void {
  const { face } = brands.first();
  const links = origin.startsWith('https:')
    ? []
    : brands.personas(face.id).map((persona) => `As the made-up customer ${persona}: ${origin}/demo/${persona}`);
  console.log(
    [`${face.name} is served at ${origin}/`, `Decisions are kept in ${dataDir}.`, ...links.toReversed()].join('\n'),
  );
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
  greet(server, config);
} catch (error) {
  fail(error);
}
