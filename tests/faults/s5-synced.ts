import { randomFrom } from '#tests/simulation/random.ts';
import { aftermath, Tally } from './aftermath.ts';
import { customersFor, seedCustomers } from './customers.ts';
import { family } from './family.ts';
import { atLeast, every, none, type Fault, type Figure } from './fault.ts';
import { Load } from './load.ts';
import { openPlace, type EngineName } from './place.ts';
import { hasStrace, strace } from './strace.ts';
import { SyncTrace } from './sync-trace.ts';
import { Witness } from './witness.ts';

const isLog: Readonly<Record<EngineName, (file: string) => boolean>> = {
  sqlite: (file) => file.endsWith('/evenhand.db-wal'),
  postgres: (file) => /\/pg_wal\/[0-9A-F]{24}$/.test(file),
};

/** Every answer is compared with the system calls before it: written, then synced, then answered (I8). */
async function run(engine: EngineName, decisions: number): Promise<Figure[]> {
  if (!hasStrace()) {
    const what = 'strace, to watch the system calls';
    return [{ what, wanted: 'there', found: 'missing: install strace on Linux', ok: false }];
  }
  const place = await openPlace(engine);
  try {
    const witness = new Witness();
    const load = new Load(await seedCustomers(place, customersFor(decisions)), witness, randomFrom(decisions));
    const server = await place.start();
    const trace = new SyncTrace(isLog[engine]);
    const pids = [server.pid, ...(place.postgres ? family(place.postgres.pid) : [])];
    const watching = await strace(pids, (line) => trace.hear(line));
    const pressing = load.press(server.origin);
    await load.acknowledged(decisions, pressing);
    load.stop();
    await pressing;
    await watching.stop();
    server.kill('SIGTERM');
    await server.ended;

    const answered = [...witness.acknowledged.values()].map(({ hash }) => hash);
    return [
      atLeast('acknowledged under strace', decisions, answered.length),
      every(
        'written, then synced, then answered',
        answered.length,
        answered.filter((hash) => trace.after.has(hash)).length,
      ),
      none('answered before a sync', answered.filter((hash) => trace.before.has(hash)).length),
      atLeast('syncs of the log (one may carry many answers)', 1, trace.syncs),
      ...(await aftermath(place, witness, new Tally())),
    ];
  } finally {
    await place.close();
  }
}

export const s5: Fault = {
  id: 's5',
  name: 'nothing is answered before it is synced',
  engines: ['sqlite', 'postgres'],
  rounds: 10_000,
  run,
};
