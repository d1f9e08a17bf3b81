// `npm run expectations`: what customers said to "Did you expect this?" in a closed week, for the brand to read.
import { parseArgs } from 'node:util';
import { runCommand } from './commands.ts';
import { sayExpectations } from './say-expectations.ts';
import { StartError } from './start-error.ts';
import { loadPublishedBrands } from './store/brands.ts';
import { expectationStore } from './store/expectations.ts';
import { openExisting } from './store/open-existing.ts';

const usage = 'Write npm run expectations, or npm run expectations -- --week 2026-11-16 --brand halden-row.';

await runCommand(async (words, config) => {
  const asked = read(words);
  const engine = await openExisting(config);
  try {
    const brands = (await loadPublishedBrands(engine.database)).map(({ brand }) => brand);
    const chosen = brands.filter(({ face }) => asked.brand === undefined || face.id === asked.brand);
    if (chosen.length === 0 && asked.brand !== undefined) {
      const ids = brands.map(({ face }) => face.id).join(', ');
      throw new StartError(`There is no brand ${asked.brand} here. Name one of: ${ids}.`);
    }
    const expectations = expectationStore(engine);
    for (const brand of chosen) await sayExpectations(brand, expectations, new Date().toISOString(), asked.week);
    return true;
  } finally {
    await engine.close();
  }
});

function read(words: readonly string[]): { readonly week?: string; readonly brand?: string } {
  try {
    return parseArgs({ args: [...words], options: { week: { type: 'string' }, brand: { type: 'string' } } }).values;
  } catch {
    throw new StartError(usage);
  }
}
