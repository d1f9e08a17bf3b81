import { describe, expect, test } from 'vitest';
import { simulate } from './simulate.ts';

/** How many worlds; the deep run asks for 20,000. */
const SEEDS = Number(process.env['P2_SEEDS'] ?? 2000);
const TWICE = Number(process.env['P4_SEEDS'] ?? 50);
/** One world to look at: its violations and everything that happened in it. */
const ONLY = process.env['P2_SEED'];

const MINUTES = 60_000;

describe('the client, in worlds where everything goes wrong', () => {
  test(
    'never says saved of what is not, never loses a last "off", never applies a grant to what was not on screen',
    async () => {
      const seeds = ONLY === undefined ? Array.from({ length: SEEDS }, (_, index) => index + 1) : [Number(ONLY)];
      const broken: string[] = [];
      let clicks = 0;
      let entries = 0;
      for (const seed of seeds) {
        const world = await simulate(seed);
        clicks += world.clicks;
        entries += world.entries;
        if (ONLY !== undefined) console.log(world.trace.join('\n'));
        if (world.violations.length > 0) broken.push(`P2_SEED=${seed} npx vitest run tests/simulation/client.test.ts`);
        broken.push(...world.violations.slice(0, 3));
        if (broken.length > 20) break;
      }
      expect(broken).toEqual([]);
      // A world in which nobody presses, or nothing arrives, would prove nothing.
      expect(clicks).toBeGreaterThan(seeds.length);
      expect(entries).toBeGreaterThan(seeds.length / 2);
    },
    30 * MINUTES,
  );

  test(
    'is the same world each time it is made from its seed',
    async () => {
      for (let seed = 1; seed <= TWICE; seed++) {
        const [first, second] = [await simulate(seed), await simulate(seed)];
        expect(second.hash, `seed ${seed}`).toBe(first.hash);
        expect(first.trace.length, `seed ${seed}`).toBeGreaterThan(0);
      }
    },
    5 * MINUTES,
  );
});
