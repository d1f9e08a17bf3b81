import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { StartError } from '#server/start-error.ts';
import { isRefusal } from './append.ts';
import { appendAtOnce } from './append-at-once.ts';
import { appendGrouped } from './append-grouped.ts';
import type { Engine } from './engine.ts';
import { findSessionGrouped } from './find-session.ts';
import { migrate } from './migrations.ts';
import { nameOf } from './prepared.ts';
import type { Tables } from './schema.ts';

/** Milliseconds that a connection, and then a statement, may take before the answer is "busy". */
const patience = { connectionTimeoutMillis: 5_000, query_timeout: 8_000 };
const connections = 10;

/** Opens the database at an address, made up to date and proven durable (I8). Several servers may use it at once. */
export async function openPostgres(databaseUrl: string): Promise<Engine> {
  // Of several servers that start, all but one wait for the migrations: as long as these take.
  const unhurried = openDatabase(databaseUrl, { ...patience, query_timeout: 0 });
  try {
    await migrate(unhurried);
  } catch (error) {
    throw explain(error);
  } finally {
    await unhurried.destroy();
  }
  const database = openDatabase(databaseUrl, patience);
  return {
    database,
    append: appendGrouped(appendAtOnce(database)),
    findSession: findSessionGrouped(database),
    // Its own clean-up does that, in its time; see docs/runbook.md.
    scrub: async () => {},
    close: () => database.destroy(),
  };
}

/** The database as it is, for whoever only reads it, however long that takes: the engine refuses every write. */
export const openPostgresToRead = (databaseUrl: string): Kysely<Tables> =>
  openDatabase(databaseUrl, { ...patience, query_timeout: 0, options: '-c default_transaction_read_only=on' });

const openDatabase = (databaseUrl: string, limits: typeof patience & { options?: string }): Kysely<Tables> => {
  const pool = new pg.Pool({
    ...limits,
    connectionString: databaseUrl,
    max: connections,
    keepAlive: true,
    application_name: 'evenhand',
    // Of each connection: its role or its database may say otherwise than the server.
    verify: (client, say) => void prepareConnection(client).then(() => say(), say),
  });
  // An event that nobody listens to would end the process. Whoever uses the connection is told by its next statement.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: async () => kyselyPool(pool) }) });
};

async function prepareConnection(client: pg.ClientBase): Promise<void> {
  await proveDurable(client);
  // A plan that is made while a table is short would read all of it, and be kept while it grows. Without that way every
  // row is looked up by its key from the first one on. What has to read a whole table does so all the same, and must
  // not be compiled for it, which takes longer than the reading.
  await client.query("select set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false)");
}

const kyselyPool = (pool: pg.Pool): PostgresPool => ({
  options: {},
  connect: async () => guarded(await pool.connect()),
  end: () => pool.end(),
});

/**
 * A connection that is not used again once a statement of it failed without an answer of the database: what it would
 * answer next could be the answer to that statement.
 */
function guarded(client: pg.PoolClient): PostgresPoolClient {
  let broken = false;
  const query = async (sql: string, parameters: readonly unknown[]): Promise<pg.QueryResult> => {
    try {
      return await client.query({ name: nameOf(sql), text: sql, values: [...parameters] });
    } catch (error) {
      broken ||= !isRefusal(error);
      throw error;
    }
  };
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (discard) => client.release(discard || broken),
  };
}

const oldest = 15;

/** Asks the engine what it really does with a commit of this connection; rejects where it could be lost. */
export async function proveDurable(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<Record<'version' | 'fsync' | 'full_page_writes' | 'synchronous_commit', string>>(
    `select current_setting('server_version_num') as version, current_setting('fsync') as fsync,
      current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit`,
  );
  const [found] = rows;
  const version = Math.floor(Number(found?.version) / 10_000);
  if (!(version >= oldest)) {
    throw new StartError(`DATABASE_URL names Postgres ${version}; name one of version ${oldest} or later.`);
  }
  const off = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).filter((name) => found?.[name] === 'off');
  if (off.length === 0) return;
  throw new StartError(
    `The database is not durable: ${off.map((name) => `${name} is off`).join(', ')}. ` +
      `Turn it on: ${off.map((name) => `ALTER SYSTEM SET ${name} = on`).join('; ')}; SELECT pg_reload_conf(). ` +
      'Where the role or the database sets it, reset it there too: ALTER ROLE … RESET, ALTER DATABASE … RESET.',
  );
}

/** Why the database cannot be reached, without its address, which carries a password. */
function explain(error: unknown): unknown {
  if (error instanceof StartError) return error;
  const { code, message } = error as { code?: string; message?: string };
  return new StartError(
    `The database that DATABASE_URL names cannot be used (${[code, message].filter(Boolean).join(': ')}). ` +
      'Start it, or mend DATABASE_URL.',
    { cause: error },
  );
}
