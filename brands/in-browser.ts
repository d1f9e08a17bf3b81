import type { DemoCustomer, ServedBrand } from '#backend/published-brand.ts';
import { publish } from '#backend/published-brand.ts';
import { loadBrand, type LoadedBrand } from '#brand/load-brand.ts';
import type { BrandId, Day, Instant } from '#contract/primitives.ts';
import type { MakeExperience, Shop } from '#rules/shop.ts';

type Files = Record<string, () => Promise<string>>;
interface Demo {
  readonly demoCustomer: (persona: string, today: Day, zone: string) => DemoCustomer;
}

const authored = import.meta.glob('./*/{*.yaml,logo.svg,languages/*.yaml}', {
  query: '?raw',
  import: 'default',
}) as Files;
const demos = import.meta.glob<Demo>('./*/demo/customer.ts');
const shops = import.meta.glob<{ readonly shop: () => Shop }>('./*/demo/shop.ts');

/** The brands that there are, by the names of their folders. */
export const brandIds = (): readonly BrandId[] => [
  ...new Set(Object.keys(authored).map((path) => path.split('/')[1] ?? '')),
];

/** Reads a brand's folder without a server. Throws with every file, line and mend where it cannot be used. */
export async function readBrand(id: BrandId): Promise<LoadedBrand> {
  const folder = `./${id}/`;
  const paths = Object.keys(authored).filter((path) => path.startsWith(folder));
  if (paths.length === 0) throw new Error(`There is no brand "${id}" in the folder brands.`);
  const files = await Promise.all(
    paths.map(async (path) => [path.slice(folder.length), (await authored[path]?.()) ?? ''] as const),
  );
  const loading = await loadBrand(Object.fromEntries(files));
  if (loading.ok) return loading.brand;
  const problems = loading.problems.map(({ file, line, message }) => `brands/${id}/${file}:${line} ${message}`);
  throw new Error(problems.join('\n'));
}

/** What customers meet in the made-up shop of a brand, opened when it is first asked for; a real brand has none. */
function demoExperience(id: BrandId): Pick<ServedBrand['holder'], 'experience'> {
  const read = shops[`./${id}/demo/shop.ts`];
  if (!read) return {};
  const open = async (): Promise<MakeExperience> => {
    const [{ recommender }, { shop }] = await Promise.all([import('#rules/recommend.ts'), read()]);
    return recommender(shop());
  };
  let made: Promise<MakeExperience> | null = null;
  return { experience: async (asked) => (await (made ??= open()))(asked) };
}

/** The made-up customers of a brand as they are on a day, and its shop. */
export async function demoHolder(brand: LoadedBrand, today: Day): Promise<ServedBrand['holder']> {
  const demo = await demos[`./${brand.face.id}/demo/customer.ts`]?.();
  return {
    demo: async (persona) =>
      demo && brand.demo?.personas.includes(persona) ? demo.demoCustomer(persona, today, brand.face.zone) : null,
    ...demoExperience(brand.face.id),
  };
}

/** A brand as a backend without a server serves it from `now` on. */
export async function serveBrand(brand: LoadedBrand, now: Instant): Promise<ServedBrand> {
  return { brand: publish(null, brand, now), holder: await demoHolder(brand, now.slice(0, 10)) };
}
