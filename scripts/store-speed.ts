/*
 * What a decision costs at the store, beside the least that any store must do: one row of as many bytes, committed.
 * Rounds are interleaved, the median counts. `node scripts/store-speed.ts [seconds a round] [rounds] [at once]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Append, SubjectStore } from '#backend/subject-store.ts';
import { appendInTransaction } from '#server/store/append.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { subjectStore } from '#server/store/repository.ts';
import { newDatabase, startPostgres } from '#tests/postgres.ts';
import { now, sampleRow, stateAt } from '#tests/server/sample-rows.ts';

const [seconds = 10, rounds = 5, atOnce = 32] = process.argv.slice(2).map(Number);

const sample = { ...(await sampleRow(1, '')), receipt: 'r'.repeat(1_600), command: 'c'.repeat(64) };
const choice = { decided: { value: 'off', at: now(), by: 'customer' as const, notice: 1, until: null, gpcAck: false } };
const choices = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`some.use_${index}`, { ...choice, seq: 1 }]),
);
const writeOf = (subject: Append['subject'], seq: number): Append => ({
  subject,
  version: seq - 1,
  rows: [{ ...sample, entry: { ...sample.entry, seq }, key: seq.toString().padStart(36, 'k') }],
  state: { ...stateAt(seq), choices },
});

/** All that a decision writes, in one value. */
const payload = 'x'.repeat(JSON.stringify(writeOf({ brand: 'shop', id: 'i'.repeat(36) }, 1)).length);

type Step = () => Promise<unknown>;

/** Steps a second, and microseconds of this process for each, of so many who do one after the other. */
async function measure(begin: () => Promise<Step>): Promise<{ perSecond: number; cpu: number }> {
  const steps = await Promise.all(Array.from({ length: atOnce }, begin));
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  let done = 0;
  await Promise.all(
    steps.map(async (step) => {
      for (; performance.now() < started + seconds * 1_000; done += 1) await step();
    }),
  );
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: (done * 1_000) / (performance.now() - started), cpu: (user + system) / done };
}

/** A customer of one's own, who decides again and again. */
const deciding = (subjects: SubjectStore) => async (): Promise<Step> => {
  const subject = await subjects.subjectFor('shop', null);
  let seq = 0;
  return async () => {
    const outcome = await subjects.append(writeOf(subject, (seq += 1)));
    if (outcome !== 'stored') throw new Error(`Not stored: ${outcome}`);
  };
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function compare(engine: string, store: Store, bare: () => Promise<Step>): Promise<void> {
  const { database } = store;
  const inTransaction = subjectStore({ database, append: appendInTransaction(database) }, now);
  const ways = {
    'one bare row': bare,
    'a decision': deciding(store.subjects),
    'a decision, transaction': deciding(inTransaction),
  };
  const found = Object.keys(ways).map(() => [] as { perSecond: number; cpu: number }[]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, begin] of Object.values(ways).entries()) found[index]?.push(await measure(begin));
  }
  const bareRate = median((found[0] ?? []).map(({ perSecond }) => perSecond));
  for (const [index, name] of Object.keys(ways).entries()) {
    const rate = median((found[index] ?? []).map(({ perSecond }) => perSecond));
    const cpu = median((found[index] ?? []).map((one) => one.cpu));
    const figures = `${rate.toFixed(0).padStart(6)}/s ${cpu.toFixed(0).padStart(5)} µs CPU`;
    console.log(`${engine.padEnd(9)}${name.padEnd(24)}${figures}   ${(rate / bareRate).toFixed(2)} of a bare row`);
  }
}

console.log(`${payload.length} bytes a decision, ${atOnce} at once, ${rounds} rounds of ${seconds} s, medians`);

const folder = mkdtempSync(join(tmpdir(), 'evenhand-store-'));
const store = await openStore(folder, now);
const file = new DatabaseSync(join(folder, 'bare.db'));
file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bare (id TEXT PRIMARY KEY, data TEXT)');
const insert = file.prepare('INSERT INTO bare VALUES (?, ?)');
let row = 0;
await compare('SQLite', store, async () => async () => insert.run(`${(row += 1)}`, payload));
await store.close();
file.close();
rmSync(folder, { recursive: true });

const postgres = await startPostgres();
const url = await newDatabase(postgres);
const onPostgres = await openStore(url, now);
const pool = new pg.Pool({ connectionString: url, max: 10 });
pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
await pool.query('CREATE TABLE bare (id text COLLATE "C" PRIMARY KEY, data text)');
const bareInsert = { name: 'bare', text: 'INSERT INTO bare VALUES ($1, $2)' };
await compare(
  'Postgres',
  onPostgres,
  async () => async () => pool.query({ ...bareInsert, values: [`${(row += 1)}`, payload] }),
);
await pool.end();
await onPostgres.close();
await postgres.stop();
