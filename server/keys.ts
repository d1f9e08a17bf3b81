// `npm run keys -- list` and `npm run keys -- rotate`: the keys that receipts are signed with.
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from './commands.ts';
import { StartError } from './start-error.ts';
import type { Engine } from './store/engine.ts';
import { listKeys, publishNextKey, retireKeysBefore, rewriteKeys, type KeyRow } from './store/key-rotation.ts';
import { openExisting } from './store/open-existing.ts';

const usage = 'Write one of: npm run keys -- list, npm run keys -- rotate, npm run keys -- rotate --at-once.';

/** Seconds until every server has read a new key (30) and no cached copy of the published ones is left (60), and some. */
const wait = 120;

const now = (): string => new Date().toISOString();

await runCommand(async (words, config) => {
  const [command = '', flag] = words;
  const known =
    command === 'list' ? flag === undefined : command === 'rotate' && [undefined, '--at-once'].includes(flag);
  if (!known || words.length > 2) throw new StartError(usage);
  const engine = await openExisting(config);
  try {
    if (command === 'rotate') await rotate(engine, config.databaseUrl !== null, flag === undefined ? wait : 0);
    say(await listKeys(engine.database));
    return true;
  } finally {
    await engine.close();
  }
});

async function rotate({ database, scrub }: Engine, postgres: boolean, seconds: number): Promise<void> {
  const next = await publishNextKey(database, now());
  if (seconds > 0) {
    console.log(`${next.kid} is published. In ${seconds} s, when every server and cache knows it, it begins to sign.`);
    await sleep(seconds * 1000);
  }
  const retired = await retireKeysBefore(database, next, now());
  await (postgres ? rewriteKeys(database) : scrub());
  for (const kid of retired) console.log(`${kid} is retired. Its private half is erased.`);
}

function say(keys: readonly KeyRow[]): void {
  let signs = true;
  for (const { kid, createdAt, retiredAt } of keys) {
    const state = retiredAt !== null ? `retired ${retiredAt}` : signs ? 'signs' : 'waits';
    if (retiredAt === null) signs = false;
    console.log(`${kid}  made ${createdAt}  ${state}`);
  }
}
