// `npm run backup -- <file>`: copies the SQLite database of a server, which may run, and proves the copy sound.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCommand } from './commands.ts';
import { sayVerified } from './say-verified.ts';
import { StartError } from './start-error.ts';
import { copyDatabase } from './store/copy-database.ts';
import { existingFile } from './store/open-existing.ts';
import { openFileToRead } from './store/open-to-read.ts';
import { verifyStore } from './verify.ts';

await runCommand(async ([file, ...more], { databaseUrl, dataDir }) => {
  if (databaseUrl !== null) {
    throw new StartError('DATABASE_URL is set: back Postgres up with its own tools, as docs/runbook.md says.');
  }
  if (file === undefined || more.length > 0) throw new StartError('Write npm run backup -- <file>.');
  if (existsSync(file)) throw new StartError(`${file} is there already. Name a file that is not.`);
  copyDatabase(existingFile(dataDir), file);
  const copy = await openFileToRead(file);
  try {
    const sound = sayVerified(await verifyStore(copy));
    if (sound)
      console.log(`The backup is ${resolve(file)}. It holds the signing key: keep it as secret as the database.`);
    return sound;
  } finally {
    await copy.close();
  }
});
