import { describe, expect, test } from 'vitest';
import { simulationWith } from '#tests/simulation/mutate.ts';
import { mutants } from './mutants.ts';

/** No mistake may live in more worlds than this. */
const WORLDS = 2000;

describe('the simulation of deeds, with a mistake in what it tries', () => {
  test.each(mutants)('notices that $name ($rule)', { timeout: 120_000 }, async (mutant) => {
    const simulate = await simulationWith(mutant, 'tests/simulation/deeds/simulate.ts');
    let noticed: string | undefined;
    for (let seed = 1; seed <= WORLDS && noticed === undefined; seed++) [noticed] = (await simulate(seed)).violations;
    expect(noticed, `"${mutant.name}" lived through ${WORLDS} worlds`).toBeDefined();
  });
});
