import { randomFrom } from '#tests/simulation/random.ts';
import { aftermath, Tally } from './aftermath.ts';
import { seedCustomers } from './customers.ts';
import { atLeast, every, within, type Fault, type Figure } from './fault.ts';
import { untilReady } from './http.ts';
import { Load } from './load.ts';
import { openPlace, type EngineName } from './place.ts';
import { Witness } from './witness.ts';

/** Acknowledged in a round, on average: 200 rounds make more than 10^5. */
const aRound = 550;
/** None of them presses thirty times between two kills: above that a customer is slowed down. */
const customersAtOnce = 150;

/** The server is killed in the middle of its work and started again, over and over. */
async function run(engine: EngineName, rounds: number): Promise<Figure[]> {
  const place = await openPlace(engine);
  try {
    const random = randomFrom(rounds);
    const witness = new Witness();
    const tally = new Tally();
    const customers = await seedCustomers(place, customersAtOnce);
    const load = new Load(customers, witness, random);
    const tables = await place.tables();
    let worst = 0;
    let unknown = 0;
    let resolved = 0;
    let replayed = 0;

    let server = await place.start();
    for (let round = 0; round < rounds; round += 1) {
      const pressing = load.press(server.origin);
      await load.acknowledged(random.whole(aRound - 50, aRound + 50), pressing);
      await new Promise((next) => setTimeout(next, random.between(0, 4)));
      server.kill('SIGKILL');
      await server.ended;
      load.stop();
      await pressing;

      const started = performance.now();
      server = await place.start();
      await untilReady(server.origin);
      worst = Math.max(worst, performance.now() - started);
      const settled = await load.settle(server.origin);
      unknown += settled.unknown;
      resolved += settled.resolved;
      replayed += settled.replayed;
      tally.add(await witness.check(tables));
    }
    server.kill('SIGTERM');
    await server.ended;
    await tables.close();
    return [
      atLeast('acknowledged', rounds * (aRound - 50), witness.acknowledged.size),
      atLeast('in flight at a kill, of which some had been stored', rounds, unknown),
      every(`of these, settled by one retry (${replayed} were stored already)`, unknown, resolved),
      within('slowest start until ready', 5, worst / 1000),
      ...(await aftermath(place, witness, tally)),
    ];
  } finally {
    await place.close();
  }
}

export const s1: Fault = {
  id: 's1',
  name: 'the server is killed under load',
  engines: ['sqlite', 'postgres'],
  rounds: 200,
  run,
};
