import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '#tests/simulation/random.ts';
import type { Postgres } from '#tests/postgres.ts';
import { aftermath, Tally } from './aftermath.ts';
import { startCommitProxy, type CommitProxy, type Cut } from './commit-proxy.ts';
import { customersFor, seedCustomers } from './customers.ts';
import { family, isAlive } from './family.ts';
import { atLeast, every, none, within, type Fault, type Figure } from './fault.ts';
import { untilReady } from './http.ts';
import { Load } from './load.ts';
import { openPlace, type EngineName } from './place.ts';
import { Witness } from './witness.ts';

/** Milliseconds in which somebody decides something, or no decision is recognised on the wire. */
const patience = 10_000;
const cuts: readonly Cut[] = ['before', 'amid', 'after'];

/** Every process of it at once, as when the machine goes: what was not on the disk is gone. */
function killAll(postgres: Postgres): void {
  const children = family(postgres.pid).slice(1);
  postgres.kill();
  for (const pid of children) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

/** A few connections are cut while they commit, one after the other; the rest of the load goes on. Answers how many. */
async function cutSome(proxy: CommitProxy, times: number, first: number, pressing: Promise<void>): Promise<number> {
  let done = 0;
  for (; done < times; done += 1) {
    const how = cuts[(first + done) % cuts.length] as Cut;
    const over = Promise.race([pressing, sleep(patience)]).then(() => false);
    const isCut = await Promise.race([proxy.cutNext(how).then(() => true), over]);
    if (!isCut) {
      // A cut takes everybody whose decision shared the statement: nobody may be left to press.
      proxy.spare();
      break;
    }
  }
  return done;
}

/** Postgres dies, or the way to it breaks inside COMMIT; the server stays up and finds its way back. */
async function run(engine: EngineName, rounds: number): Promise<Figure[]> {
  const place = await openPlace(engine);
  const { postgres, databaseUrl } = place;
  if (!postgres || databaseUrl === null) throw new Error('This fault is about Postgres.');
  const proxy = await startCommitProxy(databaseUrl);
  try {
    const random = randomFrom(rounds);
    const witness = new Witness();
    const tally = new Tally();
    const load = new Load(await seedCustomers(place, customersFor(200 * rounds)), witness, random);
    const server = await place.start({ DATABASE_URL: proxy.url });
    const counted = { unknown: 0, resolved: 0, replayed: 0, killed: 0, cut: 0 };
    let slowest = 0;

    for (let round = 0; round < rounds; round += 1) {
      for (const how of ['kill', 'cut'] as const) {
        const pressing = load.press(server.origin);
        await load.acknowledged(random.whole(20, 150), pressing);
        if (how === 'kill') {
          killAll(postgres);
          counted.killed += 1;
          load.stop();
          await pressing;
          await postgres.restart();
        } else {
          counted.cut += await cutSome(proxy, random.whole(1, 5), round, pressing);
          await load.acknowledged(20, pressing);
          load.stop();
          await pressing;
        }
        slowest = Math.max(slowest, await untilReady(server.origin));
        const settled = await load.settle(server.origin);
        counted.unknown += settled.unknown;
        counted.resolved += settled.resolved;
        counted.replayed += settled.replayed;
        const tables = await place.tables();
        tally.add(await witness.check(tables));
        await tables.close();
      }
    }
    const alive = isAlive(server.pid);
    server.kill('SIGTERM');
    await server.ended;
    return [
      every('kills of Postgres', rounds, counted.killed),
      atLeast('connections cut inside COMMIT', rounds, counted.cut),
      atLeast('acknowledged', rounds * 40, witness.acknowledged.size),
      atLeast('outcomes that nobody knew', rounds, counted.unknown),
      every('of these, settled by one retry', counted.unknown, counted.resolved),
      atLeast('of these, stored before the retry', Math.floor(rounds / 3), counted.replayed),
      none('503 without the type of the contract', load.untyped.length, load.untyped[0]),
      within('slowest way back to ready, once Postgres is', 5, slowest / 1000),
      none('restarts of the server', alive ? 0 : 1),
      ...(await aftermath(place, witness, tally)),
    ];
  } finally {
    await proxy.close();
    await place.close();
  }
}

export const s2: Fault = {
  id: 's2',
  name: 'Postgres is killed, and connections are cut inside COMMIT',
  engines: ['postgres'],
  rounds: 100,
  run,
};
