import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#server/config.ts';
import { StartError } from '#server/start-error.ts';
import type { Engine } from './engine.ts';
import { openPostgres } from './postgres.ts';
import { openEmbedded } from './sqlite.ts';

/** The database that the settings name, for a command beside the server; servers may be using it. */
export async function openExisting({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Engine> {
  return databaseUrl === null ? openEmbedded(existingFile(dataDir)) : openPostgres(databaseUrl);
}

/** The file of the embedded database in a data folder. Throws where there is none. */
export function existingFile(dataDir: string): string {
  const file = join(dataDir, 'evenhand.db');
  if (existsSync(file)) return file;
  throw new StartError(
    `There is no database in ${dataDir}. Set EVENHAND_DATA_DIR to the server's data folder, or DATABASE_URL.`,
  );
}
