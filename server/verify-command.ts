// `npm run verify`: proves the server's own store sound, beside it. `npm run verify -- <file>`: a backup of SQLite.
import { existsSync } from 'node:fs';
import { runCommand } from './commands.ts';
import { StartError } from './start-error.ts';
import { existingFile } from './store/open-existing.ts';
import { openDatabaseToRead, openFileToRead } from './store/open-to-read.ts';
import { sayVerified } from './say-verified.ts';
import { verifyStore } from './verify.ts';

await runCommand(async ([file, ...more], { databaseUrl, dataDir }) => {
  if (more.length > 0) throw new StartError('Write npm run verify, or npm run verify -- <file>.');
  if (file !== undefined && !existsSync(file)) throw new StartError(`There is no file ${file}.`);
  const store =
    file === undefined && databaseUrl !== null
      ? await openDatabaseToRead(databaseUrl)
      : await openFileToRead(file ?? existingFile(dataDir));
  try {
    return sayVerified(await verifyStore(store));
  } finally {
    await store.close();
  }
});
