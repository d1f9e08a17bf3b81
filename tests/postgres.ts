import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres, postgresUser } from './postgres-binaries.ts';

/** A Postgres of our own, on a socket in a temporary folder, with fsync on. */
export interface Postgres {
  /** The address of its first database, for whoever started it; `newDatabase` makes others. */
  readonly url: string;
  readonly dataDir: string;
  /** Of the postmaster that runs now. */
  readonly pid: number;
  /** Ends it in good order and removes every trace. */
  stop(): Promise<void>;
  /** Kills the postmaster without a warning, as a crash would; its other processes follow. */
  kill(): void;
  /** Starts it again on the same data, after `kill` or while it runs. */
  restart(): Promise<void>;
}

// The path of a socket may have some hundred characters, which a temporary folder of some systems leaves no room for.
const roomy = (): string => (tmpdir().length < 40 ? tmpdir() : '/tmp');

/** Starts a Postgres in a new folder `within` another; `settings` are given to it as in postgresql.conf. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  within = roomy(),
): Promise<Postgres> {
  const binaries = findPostgres();
  const home = mkdtempSync(join(within, 'evenhand-pg-'));
  const dataDir = join(home, 'data');
  const logFile = join(home, 'log');
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(home)}`;
  let server: ChildProcess | null = null;

  const remove = (): void => {
    server?.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', remove);
  const forget = guard(home);

  const launch = async (): Promise<void> => {
    const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const log = openSync(logFile, 'a');
    const launched = spawn(
      join(binaries, 'postgres'),
      ['-D', dataDir, '-k', home, '-c', 'listen_addresses=', ...given],
      {
        ...postgresUser,
        cwd: home,
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    server = launched;
    while (launched.exitCode === null && launched.signalCode === null) {
      if (await answers(url)) return;
      await sleep(20);
    }
  };

  /** Until the last process of a killed server is gone, a new one does not start. */
  const launchPatiently = async (): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      await launch();
      if (server && isRunning(server)) return;
      await sleep(100);
    }
    throw new Error(`Postgres does not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
  };

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!server || !isRunning(server)) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  };

  if (postgresUser.uid !== undefined && postgresUser.gid !== undefined) {
    chownSync(home, postgresUser.uid, postgresUser.gid);
  }
  // The order of letters of a language, not of bytes, and so not SQLite's: what depends on the order shows in a test.
  const order = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'];
  const who = ['--username=postgres', '--auth=trust'];
  const made = spawnSync(join(binaries, 'initdb'), ['-D', dataDir, '--no-sync', ...who, ...order], {
    ...postgresUser,
    cwd: home,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  await launchPatiently();

  return {
    url,
    dataDir,
    get pid() {
      return server?.pid ?? 0;
    },
    async stop() {
      await end('SIGINT');
      remove();
      process.off('exit', remove);
      forget();
    },
    kill() {
      server?.kill('SIGKILL');
    },
    async restart() {
      // A killed server is waited for here; one that runs ends in good order.
      await end('SIGINT');
      await launchPatiently();
    },
  };
}

/**
 * Removes a folder once this process is gone, however it went: the other end of a pipe tells. A Postgres whose folder is
 * gone ends by itself within a minute. Answers with what ends the watch.
 */
function guard(folder: string): () => void {
  const watch = spawn('sh', ['-c', 'read -r _; rm -rf "$0"', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.unref();
  (watch.stdin as Socket).unref();
  return () => watch.stdin.end();
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Makes a database on a server, empty or the copy of another that nobody uses now, and says its address. */
export async function newDatabase({ url }: Pick<Postgres, 'url'>, original?: string): Promise<string> {
  const name = `evenhand_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const template = original === undefined ? 'template1' : new URL(original).pathname.slice(1);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  } finally {
    await client.end();
  }
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
