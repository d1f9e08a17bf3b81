import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import type { Mutant } from './mutants.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Below node_modules, so that what is not bundled is found. */
const scratch = path.join(root, 'node_modules/.cache/evenhand-mutants');

type Simulate = (seed: number) => Promise<{ readonly violations: readonly string[] }>;

/** The source with its mistake. Throws where the mutant does not fit the source any more: then it tests nothing. */
function mutate(source: string, { file, find, replace, name }: Mutant): string {
  const parts = source.split(find);
  if (parts.length !== 2) {
    throw new Error(
      `"${name}" needs its text exactly once in ${file}, found ${parts.length - 1} times. Adjust the mutant.`,
    );
  }
  return parts.join(replace);
}

/**
 * The whole simulation, engine and rules, with one mistake in it. The product has no hooks for this: its sources are
 * bundled with one of them changed on the way.
 */
export async function simulationWith(mutant: Mutant, simulation = 'tests/simulation/simulate.ts'): Promise<Simulate> {
  const target = path.join(root, mutant.file);
  const mutated = mutate(readFileSync(target, 'utf8'), mutant);
  const bundle = await rolldown({
    input: path.join(root, simulation),
    cwd: root,
    platform: 'node',
    external: /^(zod|zustand)\b/,
    plugins: [
      { name: 'mutant', load: (id) => (path.normalize(id) === target ? { code: mutated, moduleType: 'ts' } : null) },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  mkdirSync(scratch, { recursive: true });
  const file = path.join(scratch, `${process.pid}-${++made}.mjs`);
  writeFileSync(file, output[0].code);
  try {
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { simulate: Simulate };
    return module.simulate;
  } finally {
    rmSync(file);
  }
}

let made = 0;
