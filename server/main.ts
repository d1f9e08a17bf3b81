import { pino } from 'pino';
import { readConfig, type Config } from './config.ts';
import { createLog, describeError } from './log.ts';
import { StartError } from './start-error.ts';
import { startServer, type RunningServer } from './start.ts';

function fail(error: unknown): never {
  console.error(error instanceof StartError ? error.message : describeError(error));
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
  const log = createLog(config.logLevel, pino.destination({ fd: 2, sync: true }));
  process.on('uncaughtException', (error) => {
    log.fatal(describeError(error), 'the server ends: something broke that should not');
    process.exit(1);
  });
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
