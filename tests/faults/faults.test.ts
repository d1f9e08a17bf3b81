import { afterAll, describe, expect, test } from 'vitest';
import { removeFolders } from '#tests/server/temporary-folder.ts';
import { faults } from './faults.ts';
import { hasSmallDisks } from './small-disk.ts';
import { hasStrace } from './strace.ts';

afterAll(removeFolders);

/** Enough rounds that a mistake shows; `npm run test:faults` does as many as the figures ask for, and takes the time. */
const small: Readonly<Record<string, { rounds: number; possible?: () => boolean }>> = {
  s1: { rounds: 3 },
  s2: { rounds: 3 },
  s4: { rounds: 2, possible: hasSmallDisks },
  s5: { rounds: 150, possible: hasStrace },
  f1: { rounds: 1_500 },
};

describe('a few rounds of every fault miss no figure but those that are durations:', () => {
  for (const { id, name, engines, run } of faults) {
    const { rounds, possible } = small[id] ?? {};
    if (rounds === undefined) continue;
    for (const engine of engines) {
      // A full disk takes the right to mount one, and system calls are watched where Linux lets us.
      test.runIf(possible?.() ?? true)(`${id} on ${engine}: ${name}`, { timeout: 120_000 }, async () => {
        const figures = await run(engine, rounds);
        expect(figures.length).toBeGreaterThan(3);
        expect(figures.filter(({ ok, timed }) => !ok && !timed)).toEqual([]);
      });
    }
  }
});
