import pg from 'pg';
import { randomFrom } from '#tests/simulation/random.ts';
import type { ServerProcess } from '#tests/server/server-process.ts';
import { aftermath, Tally } from './aftermath.ts';
import { seedCustomers, type Customer } from './customers.ts';
import { isAlive } from './family.ts';
import { atLeast, every, none, within, type Fault, type Figure } from './fault.ts';
import { connections, listDecisions, readChoices, untilReady } from './http.ts';
import { Load } from './load.ts';
import { openPlace, type EngineName, type Place } from './place.ts';
import { smallDisk } from './small-disk.ts';
import { Witness } from './witness.ts';

const customersAtOnce = 150;
/** What Postgres makes at its start, and its log ahead of time, needs room. */
const megabytes: Readonly<Record<EngineName, number>> = { sqlite: 96, postgres: 320 };
const settings = { max_wal_size: '64MB', min_wal_size: '32MB', checkpoint_timeout: '30s' };

/** The reads that a customer's page makes. Answers how many of them were answered with 200. */
async function readsAnswered(server: ServerProcess, customers: readonly Customer[]): Promise<number> {
  const agent = connections();
  const reads = customers.flatMap(({ cookie }) => [
    readChoices(agent, server.origin, cookie),
    listDecisions(agent, server.origin, cookie),
  ]);
  const answers = await Promise.allSettled(reads);
  agent.destroy();
  return answers.filter((one) => one.status === 'fulfilled' && one.value.status === 200).length;
}

/**
 * Makes Postgres begin new files of its log until there is no room for one. The next commit then finds none, and there
 * Postgres does not refuse: it ends all of its processes.
 */
async function exhaustLog({ databaseUrl }: Place): Promise<void> {
  if (databaseUrl === null) return;
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  try {
    await client.connect();
    for (let files = 0; files < 20; files += 1) {
      await client.query("SELECT pg_logical_emit_message(false, 'evenhand', repeat('x', 10000)), pg_switch_wal()");
    }
  } catch {
    // That was the last one.
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Waits until the server is ready. A Postgres that could not even recover ended itself in the meantime; whoever watches
 * over it starts it again, as here. Answers how often.
 */
async function untilBack({ postgres }: Place, origin: string): Promise<number> {
  let revived = 0;
  for (let tries = 0; tries < 10; tries += 1) {
    if (postgres && !isAlive(postgres.pid)) {
      await postgres.restart();
      revived += 1;
    }
    const ready = await untilReady(origin, 2_000).then(
      () => true,
      () => false,
    );
    if (ready) return revived;
  }
  throw new Error('The server does not become ready though there is space.');
}

/** Everybody presses until they are told "busy"; who still is not after a while stops by themselves. */
async function pressUntilRefused(load: Load, origin: string): Promise<void> {
  const pressing = load.press(origin);
  await Promise.race([pressing, new Promise((late) => setTimeout(late, 20_000))]);
  load.stop();
  await pressing;
}

/** The disk fills up under load, and later has space again; the server stays the same process all along. */
async function run(engine: EngineName, rounds: number): Promise<Figure[]> {
  const disk = smallDisk(megabytes[engine]);
  const place = await openPlace(engine, { within: disk.folder, settings });
  try {
    const random = randomFrom(rounds);
    const witness = new Witness();
    const tally = new Tally();
    const customers = await seedCustomers(place, customersAtOnce);
    const load = new Load(customers, witness, random);
    const server = await place.start();
    const counted = { full: 0, reads: 0, unknown: 0, resolved: 0, revived: 0 };
    let slowest = 0;
    for (let round = 0; round < rounds; round += 1) {
      disk.fill(random.whole(50_000, 1_000_000));
      await pressUntilRefused(load, server.origin);
      if (customers.some(({ pending }) => pending !== null)) counted.full += 1;
      // Every other time the log itself has no room left; then Postgres is away, and there is nothing to read from.
      if (engine === 'postgres' && round % 2 === 1) {
        await exhaustLog(place);
        await pressUntilRefused(load, server.origin);
      } else counted.reads += await readsAnswered(server, customers.slice(0, 10));
      disk.free();
      const freed = performance.now();
      counted.revived += await untilBack(place, server.origin);
      const settled = await load.settle(server.origin);
      slowest = Math.max(slowest, performance.now() - freed);
      counted.unknown += settled.unknown;
      counted.resolved += settled.resolved;
      const tables = await place.tables();
      tally.add(await witness.check(tables));
      await tables.close();
    }
    const alive = isAlive(server.pid);
    const readingRounds = engine === 'sqlite' ? rounds : Math.ceil(rounds / 2);
    server.kill('SIGTERM');
    await server.ended;
    const revived = counted.revived > 0 ? ` (Postgres ended itself ${counted.revived} times)` : '';
    return [
      every('rounds in which the disk was full', rounds, counted.full),
      atLeast('acknowledged', rounds, witness.acknowledged.size),
      none('503 without the type of the contract', load.untyped.length, load.untyped[0]),
      every('reads answered while it was full', readingRounds * 20, counted.reads),
      every('of what was not stored, stored at the first retry with space', counted.unknown, counted.resolved),
      within(`space until all of it was stored${revived}`, 10, slowest / 1000),
      none('restarts of the server', alive ? 0 : 1),
      ...(await aftermath(place, witness, tally)),
    ];
  } finally {
    disk.free();
    await place.close();
    disk.remove();
  }
}

export const s4: Fault = { id: 's4', name: 'the disk is full', engines: ['sqlite', 'postgres'], rounds: 20, run };
