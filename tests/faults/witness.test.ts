import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { randomFrom } from '#tests/simulation/random.ts';
import { removeFolders, temporaryFolder } from '#tests/server/temporary-folder.ts';
import { seedCustomers } from './customers.ts';
import { Load } from './load.ts';
import { openPlace } from './place.ts';
import { SyncTrace } from './sync-trace.ts';
import { Witness, type Findings } from './witness.ts';

afterAll(removeFolders);

/** A database with some hundred decisions in it, and the witness who saw them acknowledged. */
async function decided() {
  const folder = temporaryFolder();
  const place = await openPlace('sqlite', { within: folder });
  const witness = new Witness();
  const load = new Load(await seedCustomers(place, 20), witness, randomFrom(1), 8);
  const server = await place.start();
  const pressing = load.press(server.origin);
  await load.acknowledged(100, pressing);
  load.stop();
  await pressing;
  server.kill('SIGTERM');
  await server.ended;
  const forge = (sql: string): void => {
    const database = new DatabaseSync(join(folder, 'evenhand.db'));
    expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
    database.close();
  };
  const check = async (): Promise<Record<keyof Findings, number>> => {
    const tables = await place.tables();
    const { lost, twice, strangers, breaks, unequal } = await witness.check(tables, { anew: true });
    await tables.close();
    return {
      lost: lost.length,
      twice: twice.length,
      strangers: strangers.length,
      breaks: breaks.length,
      unequal: unequal.length,
    };
  };
  return { forge, check };
}

const last = 'rowid = (SELECT max(rowid) FROM entry WHERE idem_key IS NOT NULL)';
const sound = { lost: 0, twice: 0, strangers: 0, breaks: 0, unequal: 0 };

test('the witness finds nothing where nothing is wrong, and every kind of wrong where it is', async () => {
  const { forge, check } = await decided();
  expect(await check()).toEqual(sound);
  forge(`UPDATE entry SET receipt = receipt || 'x' WHERE ${last}`);
  expect(await check()).toEqual({ ...sound, lost: 1 });
  forge(`UPDATE entry SET receipt = substr(receipt, 1, length(receipt) - 1) WHERE ${last}`);
  expect(await check()).toEqual(sound);
  forge(`UPDATE entry SET idem_key = 'a-key-that-nobody-sent' WHERE ${last}`);
  expect(await check()).toEqual({ ...sound, lost: 1, strangers: 1 });
  forge(`UPDATE subject SET state = replace(state, '"off"', '"on"') WHERE state LIKE '%"off"%'`);
  expect((await check()).unequal).toBeGreaterThan(0);
  forge(`DELETE FROM entry WHERE seq = 1 AND idem_key IS NOT NULL`);
  const { lost, breaks } = await check();
  expect(lost).toBeGreaterThan(1);
  expect(breaks).toBeGreaterThan(0);
}, 60_000);

const digest = 'ab'.repeat(32);
const write = `100 pwrite64(21</d/evenhand.db-wal>, "\\0\\17{}${digest}eyJ", 4096, 4120) = 4096`;
const sync = '100 fdatasync(21</d/evenhand.db-wal>) = 0';
const answer = `100 writev(30<TCP:[1]>, [{iov_base="HTTP/1.1 200 OK"}, {iov_base="{\\"hash\\":\\"${digest}\\"}"}], 2) = 99`;

test.for([
  ['written, synced and answered', [write, sync, answer], true],
  ['answered without a sync', [write, answer], false],
  ['synced only before it was written', [sync, write, answer], false],
  ['synced only after the answer', [write, answer, sync], false],
  ['answered while the sync went on', [write, '100 fdatasync(21</d/evenhand.db-wal> <unfinished ...>', answer], false],
  ['synced in a file that is not the log', [write, '100 fdatasync(9</d/other>) = 0', answer], false],
  ['answered while the sync failed', [write, sync.replace('= 0', '= -1 EIO'), answer], false],
] as const)('a trace tells what was %s', ([, lines, isGood]) => {
  const trace = new SyncTrace((file) => file.endsWith('-wal'));
  for (const line of lines) trace.hear(line);
  expect([trace.after.has(digest), trace.before.has(digest)]).toEqual([isGood, !isGood]);
});
