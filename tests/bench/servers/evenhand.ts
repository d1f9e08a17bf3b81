// Evenhand's own server on its own store, as `npm start` puts it together, with many customers signed in at once. The
// limits that slow one person or one address down are lifted, since all of the load comes from one address.
//   EVENHAND_DATA_DIR=folder PORT=4803 CUSTOMERS=2000 COOKIES=file node servers/evenhand.ts
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { digest } from '../../../src/rules/chain.ts';
import { openBrands } from '../../../server/brands.ts';
import { compose } from '../../../server/compose.ts';
import { readConfig } from '../../../server/config.ts';
import { demoHolder } from '../../../server/demo-customers.ts';
import { listen } from '../../../server/listen.ts';
import { createLog } from '../../../server/log.ts';
import { defaultPlaces } from '../../../server/start.ts';
import { readStaticFiles } from '../../../server/static-files.ts';
import { makeDataFolder } from '../../../server/store/data-folder.ts';
import { openStore } from '../../../server/store/open-store.ts';

const brand = 'halden-row';
const day = 86_400_000;
const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
const log = createLog('silent');
const now = (): string => new Date().toISOString();

makeDataFolder(config.dataDir);
const store = await openStore(config.dataDir, now);
const holderOf = (id: string) => demoHolder(store.database, store.holdings, id);
const brands = await openBrands({ folder: defaultPlaces.brands, database: store.database, log, now, holderOf });

const cookies: string[] = [];
for (let made = 0; made < Number(process.env['CUSTOMERS'] ?? 2000); made += 1) {
  const token = randomBytes(32).toString('base64url');
  const subject = await store.subjects.subjectFor(brand, `bench:${made}`);
  const expiresAt = new Date(Date.now() + day).toISOString();
  await store.sessions.put({ token: await digest(token), subject, persona: 'maya', signal: false, expiresAt }, now());
  cookies.push(`evenhand=${token}`);
}

const { app } = compose({
  config,
  log,
  store,
  brands,
  files: readStaticFiles(defaultPlaces.app),
  now,
  port: () => config.port,
  isStopping: () => false,
  pace: { aMinute: Number.POSITIVE_INFINITY, apart: 0, patience: 0 },
});
await listen(app, config);
writeFileSync(process.env['COOKIES'] ?? 'cookies.txt', cookies.join('\n'));
