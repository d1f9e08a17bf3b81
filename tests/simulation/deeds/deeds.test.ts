import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

/** How many worlds. */
const SEEDS = Number(process.env['DEED_SEEDS'] ?? 500);
/** One world to look at: its violations and everything that happened in it. */
const ONLY = process.env['DEED_SEED'];

const MINUTES = 60_000;

test(
  'a deed is never called saved where it is not, never stored twice or for somebody else, and never lost without a word',
  async () => {
    const seeds = ONLY === undefined ? Array.from({ length: SEEDS }, (_, index) => index + 1) : [Number(ONLY)];
    const broken: string[] = [];
    let [acts, stored] = [0, 0];
    for (const seed of seeds) {
      const world = await simulate(seed);
      acts += world.acts;
      stored += world.stored;
      if (ONLY !== undefined) console.log(world.trace.join('\n'));
      if (world.violations.length > 0)
        broken.push(`DEED_SEED=${seed} npx vitest run tests/simulation/deeds`, ...world.violations.slice(0, 3));
      if (broken.length > 20) break;
    }
    expect(broken).toEqual([]);
    // A world in which nobody does anything, or nothing arrives, would prove nothing.
    expect(acts).toBeGreaterThan(seeds.length);
    expect(stored).toBeGreaterThan(seeds.length / 2);
  },
  30 * MINUTES,
);

test('the same seed is the same world', async () => {
  for (let seed = 1; seed <= 20; seed++) expect((await simulate(seed)).hash).toBe((await simulate(seed)).hash);
});
