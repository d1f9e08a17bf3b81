// @c15t/backend on node:http through Hono's adapter, Kysely and pg, as its docs set it up.
import { serve } from '@hono/node-server';
import { c15tInstance } from '@c15t/backend';
import { kyselyAdapter } from '@c15t/backend/db/adapters/kysely';
import { migrator } from '@c15t/backend/db/migrator';
import { DB } from '@c15t/backend/db/schema';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 32 });
const adapter = kyselyAdapter({ db: new Kysely({ dialect: new PostgresDialect({ pool }) }), provider: 'postgresql' });

const migration = await migrator({ db: DB.client(adapter), schema: 'latest' });
await migration.execute();
// c15t ships no secondary index, and looks for a subject's consents at every write.
if (process.env.INDEX) await pool.query(`create index on ${process.env.INDEX}`);

const c15t = c15tInstance({
  appName: 'bench',
  adapter,
  trustedOrigins: ['http://localhost'],
  logger: { level: 'error' },
});
serve({ fetch: c15t.handler, port: +process.env.PORT, hostname: '127.0.0.1' });
