import { parseArgs } from 'node:util';
import { removeFolders } from '#tests/server/temporary-folder.ts';
import type { Fault } from './fault.ts';
import { faults } from './faults.ts';
import type { EngineName } from './place.ts';
import { printTable, type Line } from './table.ts';

/*
 * npm run test:faults -- [--only s1,f1] [--engine sqlite,postgres] [--rounds N]
 *
 * Does to the real server what the world will do to it, and prints what was wanted beside what was found. Every figure
 * of state.md section 7 that is missed makes it end with 1.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, engine: { type: 'string' }, rounds: { type: 'string' } },
});
const listed = (text: string | undefined): string[] | null => text?.toLowerCase().split(',') ?? null;
const only = listed(values.only);
const engines = listed(values.engine);

const unknown = only?.filter((id) => !faults.some((fault) => fault.id === id)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no fault ${unknown.join(', ')}. There are ${faults.map(({ id }) => id).join(', ')}.`);
  process.exit(1);
}

async function attempt(fault: Fault, engine: EngineName): Promise<Line[]> {
  const rounds = Number(values.rounds ?? fault.rounds);
  const started = performance.now();
  console.error(`${fault.id} on ${engine}: ${fault.name}, ${rounds} rounds`);
  const test = `${fault.id} ${engine}`;
  try {
    const figures = await fault.run(engine, rounds);
    return figures.map((figure) => ({ test, ...figure }));
  } catch (error) {
    console.error(error);
    return [{ test, what: 'runs to its end', wanted: 'yes', found: String(error).split('\n')[0] ?? '', ok: false }];
  } finally {
    console.error(`  ${((performance.now() - started) / 1000).toFixed(0)} s`);
    removeFolders();
  }
}

// Ended by hand: what was started is ended too, at exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const lines: Line[] = [];
for (const fault of faults) {
  if (only && !only.includes(fault.id)) continue;
  for (const engine of fault.engines) {
    if (!engines || engines.includes(engine)) lines.push(...(await attempt(fault, engine)));
  }
}
printTable(lines);
process.exit(lines.length > 0 && lines.every(({ ok }) => ok) ? 0 : 1);
