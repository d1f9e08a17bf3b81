import { loadBrand } from '#brand/load-brand.ts';
import { readBrandFiles } from '#server/brand-folders.ts';

// Prints a brand's text files as the JSON that a backend in any language serves: its face, and the notice in each
// language with its hash. Run it with `npx node scripts/brand-json.ts brands/<id> > brand.json`.
const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Name the folder of a brand: npx node scripts/brand-json.ts brands/halden-row');
const loading = await loadBrand(readBrandFiles(folder));
if (!loading.ok) throw new Error(loading.problems.map((problem) => JSON.stringify(problem)).join('\n'));
const { face, notices } = loading.brand;
console.log(JSON.stringify({ face, notices }));
