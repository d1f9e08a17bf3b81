import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the data folder, readable by nobody else, if it is not there yet. */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
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
