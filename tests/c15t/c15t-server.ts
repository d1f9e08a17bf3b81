import { DatabaseSync } from 'node:sqlite';
import { c15tInstance } from '@c15t/backend';
import { kyselyAdapter } from '@c15t/backend/db/adapters/kysely';
import { migrator } from '@c15t/backend/db/migrator';
import { DB } from '@c15t/backend/db/schema';
import { createAdaptorServer } from '@hono/node-server';
import { Kysely } from 'kysely';
import type { Server } from 'node:http';
import { sqliteDialect } from '#server/store/sqlite-dialect.ts';
import { listenOn, type Listening } from './listen-on.ts';

/**
 * A real @c15t/backend on this machine, over SQLite in memory. Its telemetry is off as it comes, no geolocation is asked,
 * and without IAB it calls nobody. `tokenLasts`: seconds that a policy token is good for.
 */
export const startC15t = async (tokenLasts = 1800): Promise<Listening> => {
  const file = new DatabaseSync(':memory:');
  const adapter = kyselyAdapter({
    db: new Kysely<never>({ dialect: sqliteDialect(file) }) as never,
    provider: 'sqlite',
  });
  const migration = await migrator({ db: DB.client(adapter), schema: 'latest' });
  if (!('execute' in migration)) throw new Error('c15t no longer makes its tables itself.');
  await migration.execute();
  const { handler } = c15tInstance({
    appName: 'a shop',
    adapter,
    trustedOrigins: ['http://127.0.0.1'],
    // It logs a refusal it has answered as an error.
    logger: { log: () => undefined },
    telemetry: { enabled: false },
    policySnapshot: { signingKey: 'a key of this test, and of nothing else', ttlSeconds: tokenLasts },
    policyPacks: [
      {
        id: 'everybody',
        match: { isDefault: true },
        consent: { model: 'opt-in', scopeMode: 'permissive', categories: ['*'] },
      },
    ],
  });
  const listening = await listenOn(createAdaptorServer({ fetch: handler }) as Server);
  return {
    ...listening,
    async stop() {
      await listening.stop();
      file.close();
    },
  };
};
