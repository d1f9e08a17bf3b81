import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { printTable } from '#tests/faults/table.ts';
import { jobs, type Sizes } from './jobs.ts';
import { runJob, type Result } from './run-job.ts';

/*
 * npm run test:deep -- [--only p1,p2,p4] [--runs 2000] [--commands 60] [--seeds 20000] [--twice 200] [--at-once 2]
 *
 * The same tests as in CI, as large as state.md section 7 asks: every backend against the model of what it should do,
 * the client in tens of thousands of bad worlds, and worlds made twice. Several run at once where there are cores.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: '2000' },
    commands: { type: 'string', default: '60' },
    seeds: { type: 'string', default: '20000' },
    twice: { type: 'string', default: '200' },
    'at-once': { type: 'string', default: String(availableParallelism()) },
  },
});
const sizes: Sizes = {
  runs: Number(values.runs),
  commands: Number(values.commands),
  seeds: Number(values.seeds),
  twice: Number(values.twice),
};
const only = values.only?.toLowerCase().split(',');
const chosen = jobs(sizes).filter(({ id }) => !only || only.includes(id));
if (chosen.length === 0) {
  console.error(`There is no ${values.only}. There are ${[...new Set(jobs(sizes).map(({ id }) => id))].join(', ')}.`);
  process.exit(1);
}

const results = new Map<string, Result>();
const queue = [...chosen];
const worker = async (): Promise<void> => {
  for (let job = queue.shift(); job; job = queue.shift()) {
    console.error(`${job.id}: ${job.what}, ${job.wanted}`);
    const result = await runJob(job);
    results.set(job.what, result);
    console.error(`${job.id}: ${job.what}: ${result.found}, ${result.seconds.toFixed(0)} s`);
    if (!result.ok) console.error(result.output);
  }
};
await Promise.all(Array.from({ length: Math.max(1, Number(values['at-once'])) }, worker));

printTable(
  chosen.map(({ id, what, wanted }) => {
    const { found = 'not run', seconds = 0, ok = false } = results.get(what) ?? {};
    return { test: id, what, wanted, found: `${found}, ${seconds.toFixed(0)} s`, ok };
  }),
);
process.exit([...results.values()].every(({ ok }) => ok) ? 0 : 1);
