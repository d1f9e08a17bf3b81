import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { randomFrom } from '#tests/simulation/random.ts';
import { aftermath, Tally } from './aftermath.ts';
import { customersFor, seedCustomers, type Customer } from './customers.ts';
import { atLeast, none, type Fault, type Figure } from './fault.ts';
import { untilReady } from './http.ts';
import { nextAttempt } from './malformed-requests.ts';
import { openPlace, type EngineName } from './place.ts';
import { Wire } from './wire.ts';
import { Witness } from './witness.ts';

const wires = 24;
/**
 * Room for what it needs and little more: what is never given back soon fills it, and that ends the process. The young
 * generation is held small too. Left alone it may take 128 MB, whose pages are touched one after the other over the
 * first 40,000 requests or so: that looks like a leak and hides a small one.
 */
const smallHeap = { NODE_OPTIONS: '--max-old-space-size=96 --max-semi-space-size=4' };
/** What the server may hold more at the end than after a tenth, as a part and in megabytes. */
const allowance = { part: 0.25, megabytes: 16 };
/** What it may hold more at any time of the second half than it did in the first, in megabytes. */
const warm = 12;

const residentMegabytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Of ten readings, in megabytes: how much it grew from the first to the last, and whether it still grew when warm. */
function memory(held: readonly number[]): Figure[] {
  const first = held[0] ?? 0;
  const last = held.at(-1) ?? Infinity;
  const [before, after] = [Math.max(...held.slice(0, 5)), Math.max(...held.slice(5))];
  return [
    upTo('memory after a tenth, and at the end', first * (1 + allowance.part) + allowance.megabytes, first, last),
    upTo('most memory in the first half, and in the second', before + warm, before, after),
  ];
}

const upTo = (what: string, most: number, was: number, is: number): Figure => ({
  what,
  wanted: `≤ ${most.toFixed(0)} MB`,
  found: `${was.toFixed(0)} MB, ${is.toFixed(0)} MB`,
  ok: was > 0 && is <= most,
});

/** Whatever arrives, the answer is the sender's fault or a success, and only a success leaves something behind. */
async function run(engine: EngineName, bodies: number): Promise<Figure[]> {
  const seed = Number(process.env['F1_SEED'] ?? Date.now() % 2 ** 31);
  console.error(`  F1_SEED=${seed}`);
  const place = await openPlace(engine);
  try {
    const customers = await seedCustomers(place, customersFor(bodies / 8));
    const server = await place.start(smallHeap);
    const { host, port } = new URL(server.origin);
    const witness = new Witness();
    const succeeded = new Set<string>();
    const ours: string[] = [];
    const byStatus = new Map<number, number>();
    let sent = 0;
    const talk = async (worker: number, until: number): Promise<void> => {
      const random = randomFrom(seed + worker + until);
      const wire = new Wire(Number(port));
      while (sent < until) {
        sent += 1;
        const customer = customers[sent % customers.length] as Customer;
        const key = randomUUID();
        witness.send(customer.subject, key);
        const { kind, ...raw } = nextAttempt(random, { host, cookie: customer.cookie, key });
        const { statuses } = await wire.say(raw);
        for (const status of statuses) {
          byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
          if (status >= 500) ours.push(`${kind}: ${status}`);
          if (status >= 200 && status < 300) succeeded.add(key);
        }
      }
      wire.close();
    };
    /** Everybody talks until so many were sent; then it is still, and the memory is what stays. */
    const talkUntil = async (until: number): Promise<number> => {
      await Promise.all(Array.from({ length: wires }, (_, worker) => talk(worker, until)));
      await new Promise((still) => setTimeout(still, 500));
      return residentMegabytes(server.pid);
    };
    const held: number[] = [];
    for (let tenth = 1; tenth <= 10; tenth += 1) held.push(await talkUntil(Math.ceil((bodies * tenth) / 10)));
    console.error(`  ${held.map((megabytes) => megabytes.toFixed(0)).join(', ')} MB`);
    await untilReady(server.origin);
    server.kill('SIGTERM');
    const { code } = await server.ended;

    const after = await aftermath(place, witness, new Tally());
    const unanswered = [...witness.keysInLog()].filter((key) => !succeeded.has(key));
    console.error(
      `  ${[...byStatus]
        .toSorted(([a], [b]) => a - b)
        .map(([status, times]) => `${status} × ${times}`)
        .join(', ')}`,
    );
    return [
      atLeast(`bodies sent, seed ${seed}`, bodies, sent),
      none('answers 5xx', ours.length, [...new Set(ours)].slice(0, 5).join(', ')),
      none('entries without a 2xx', unanswered.length, unanswered[0]),
      atLeast(
        'entries with one, so that the good ones got through',
        Math.floor(bodies / 100),
        [...witness.keysInLog()].length,
      ),
      ...memory(held),
      none('the server ended by itself', code === 0 ? 0 : 1),
      ...after.slice(2),
    ];
  } finally {
    await place.close();
  }
}

export const f1: Fault = { id: 'f1', name: 'malformed bodies', engines: ['sqlite', 'postgres'], rounds: 100_000, run };
