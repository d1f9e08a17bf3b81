import { describe, expect, test } from 'vitest';
import { mutants } from './mutants.ts';
import { simulationWith } from './mutate.ts';

/** No mistake may live in more worlds than this. All of them die within the first few dozen today. */
const WORLDS = 400;

describe('the simulation, with a mistake in what it tries', () => {
  test.each(mutants)('notices that $name ($rule)', { timeout: 120_000 }, async (mutant) => {
    const simulate = await simulationWith(mutant);
    let noticed: string | undefined;
    for (let seed = 1; seed <= WORLDS && noticed === undefined; seed++) [noticed] = (await simulate(seed)).violations;
    expect(noticed, `"${mutant.name}" lived through ${WORLDS} worlds`).toBeDefined();
  });

  test('has a mistake of every rule that it is to prove', () => {
    const rules = new Set(mutants.map((mutant) => mutant.rule));
    for (const rule of ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R8', 'I1', 'I2', 'I3', 'I4'])
      expect(rules).toContain(rule);
  });
});
