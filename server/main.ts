import { pino } from 'pino';
import { readConfig } from './config.ts';
import { greeting } from './greeting.ts';
import { createLog, describeError } from './log.ts';
import { StartError } from './start-error.ts';
import { startServer } from './start.ts';

function fail(error: unknown): never {
  console.error(error instanceof StartError ? error.message : describeError(error));
  process.exit(1);
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
    server.reload().then(
      () => server.brands.mistakes().forEach((line) => console.log(line)),
      (error: unknown) => log.error(describeError(error), 'the brands could not be read again'),
    );
  });
  console.log(greeting(server, config).join('\n'));
} catch (error) {
  fail(error);
}
