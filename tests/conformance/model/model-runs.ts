import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Open } from '#tests/conformance/target.ts';
import { newWorld } from '#tests/conformance/world.ts';
import { happenings } from './happenings.ts';
import { arrive, newModel, personas, seatOf, type Model, type Stage } from './theatre.ts';

const DAYS_A_SESSION_LASTS = 100;

/** A backend with four browsers in front of it, all signed in, and the model of that. */
const setUp = async (open: Open): Promise<{ model: Model; real: Stage }> => {
  const reins = await newWorld(DAYS_A_SESSION_LASTS * 86_400_000);
  const target = await open(reins.world);
  const browsers = personas.map(() => target.browser());
  const backends = browsers.map((browser) => browser.at(reins.world.brands[0]));
  const model = newModel(Date.parse(reins.world.now()));
  for (const [seat, demo] of personas.entries()) {
    await backends[seat]?.openSession(demo === null ? {} : { demo });
    seatOf(model, seat).ends = model.now + reins.world.sessionLasts;
    arrive(model, seat);
  }
  return { model, real: { reins, target, browsers, backends, answered: new Map(), keys: 0 } };
};

export interface Sizes {
  readonly runs: number;
  /** How many commands a run has on average. */
  readonly commands: number;
}

const sizeFrom = (name: string, standard: number): number => Number(process.env[name] ?? standard);

/**
 * P1: random histories on a backend and on the model at once; they may never differ. `P1_RUNS`, `P1_COMMANDS` and
 * `P1_SEED` override the sizes; the figures are printed, and a divergence is shrunk to the shortest history that shows it.
 */
export const modelRuns = (name: string, open: Open, standard: Sizes): void => {
  const runs = sizeFrom('P1_RUNS', standard.runs);
  const commands = sizeFrom('P1_COMMANDS', standard.commands);
  const seed = sizeFrom('P1_SEED', Date.now() % 2 ** 31);
  test(`P1: ${name} never differs from the model of what it should do`, { timeout: 3_600_000 }, async () => {
    const started = performance.now();
    let done = 0;
    const history = fc.commands(happenings, { maxCommands: 2 * commands, size: 'max' });
    const property = fc.asyncProperty(history, async (some) => {
      const { model, real } = await setUp(open);
      try {
        await fc.asyncModelRun(() => ({ model, real }), some);
        for (const _ of some) done += 1;
      } finally {
        await real.target.close();
      }
    });
    await fc.assert(property, { numRuns: runs, seed });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.info(`P1 ${name}: ${runs} runs, ${done} commands, seed ${seed}, 0 divergences, ${seconds} s`);
    expect(done).toBeGreaterThan(runs);
  });
};
