import { accessSync, chmodSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '#server/start-error.ts';

/** Makes the data folder, readable by nobody else, if it is not there yet. */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new StartError(
      `The data folder ${folder} cannot be used (${code}). Set EVENHAND_DATA_DIR to a folder that may be written to.`,
    );
  }
}

/**
 * The path of a file that only we may read. A file that exists is not opened here: closing it again would drop the
 * locks this process holds on it.
 */
export function privateFile(folder: string, name: string): string {
  const path = join(folder, name);
  if (existsSync(path)) chmodSync(path, 0o600);
  else closeSync(openSync(path, 'a', 0o600));
  return path;
}
