import { availableParallelism } from 'node:os';
import { chromium } from 'playwright';
import { launchOptions } from '#tests/chromium.ts';
import { playScript, type Verdict } from './b1/script.ts';
import { demoCustomer } from '#brands/halden-row/demo/customer.ts';
import { brand } from '#tests/server/http-client.ts';
import { seedCustomers, type Customer } from './customers.ts';
import { atLeast, none, type Fault, type Figure } from './fault.ts';
import { openPlace, type EngineName, type Place } from './place.ts';

/** People at once: a script mostly waits. */
const atOnce = availableParallelism() * 5;

/** Scripts of a real browser against the real server through a way that drops, delays, doubles, reorders and lies. */
export async function playScripts(engine: EngineName, seeds: readonly number[]): Promise<Verdict[]> {
  const place = await openPlace(engine);
  const browser = await chromium.launch(launchOptions);
  try {
    const customers = await seedCustomers(place, seeds.length);
    await giveHoldings(place, customers);
    const server = await place.start();
    const verdicts: Verdict[] = [];
    const queue = seeds.map((seed, at) => [seed, customers[at]?.cookie ?? ''] as const);
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const verdict = await playScript(browser, server.origin, next[1], next[0]);
        verdicts.push(verdict);
        for (const wrong of faultsOf(verdict)) console.error(`  seed ${verdict.seed}: ${wrong}`);
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, seeds.length) }, worker));
    server.kill('SIGTERM');
    await server.ended;
    return verdicts;
  } finally {
    await browser.close();
    await place.close();
  }
}

/** Somebody who joined this week: enough for every row to say what is held. */
async function giveHoldings(place: Place, customers: readonly Customer[]): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const { holdings } = demoCustomer('noor', today, 'Europe/London');
  const store = await place.store();
  for (const { subject } of customers) await store.holdings.add({ brand, id: subject }, holdings);
  await store.close();
}

export const faultsOf = ({ falseClaims, keptOn, broken }: Verdict): string[] => [...falseClaims, ...keptOn, ...broken];

async function run(engine: EngineName, rounds: number): Promise<Figure[]> {
  // One that failed is played again alone: B1_SEED=17 npm run test:faults -- --only b1 --rounds 1
  const first = Number(process.env['B1_SEED'] ?? 1);
  const verdicts = await playScripts(
    engine,
    Array.from({ length: rounds }, (_, at) => first + at),
  );
  const sum = (count: (verdict: Verdict) => number): number => verdicts.reduce((all, one) => all + count(one), 0);
  const claims = verdicts.flatMap((one) => one.falseClaims);
  const on = verdicts.flatMap((one) => one.keptOn);
  const broken = verdicts.flatMap((one) => one.broken);
  return [
    atLeast(
      'presses',
      rounds * 3,
      sum((one) => one.presses),
    ),
    atLeast(
      'requests that were mistreated',
      rounds * 3,
      sum((one) => [...one.told.values()].reduce((a, b) => a + b, 0)),
    ),
    atLeast(
      'times "saved" was shown',
      rounds,
      sum((one) => one.claims),
    ),
    none('"saved" without a row of the log', claims.length, claims[0]),
    none('turned off last, and on in the end', on.length, on[0]),
    none('pages that broke, or never came to rest', broken.length, broken[0]),
  ];
}

export const b1: Fault = {
  id: 'b1',
  name: 'a real browser behind a network that loses, doubles, reorders and lies',
  engines: ['sqlite'],
  rounds: 300,
  run,
};
