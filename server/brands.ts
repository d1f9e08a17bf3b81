import { join } from 'node:path';
import type { BrandId, Instant } from '#contract/primitives.ts';
import { publish, type BrandEdition, type Brands, type Holder, type PublishedBrand } from '#backend/published-brand.ts';
import { loadBrand } from '#brand/load-brand.ts';
import type { Problem } from '#brand/problem.ts';
import { brandFolders, readBrandFiles } from './brand-folders.ts';
import { loadedPersonas } from './demo-customers.ts';
import type { Log } from './log.ts';
import { loadPublishedBrands, savePublishedBrand } from './store/brands.ts';
import type { Database } from './store/schema.ts';

/** The brands in force: what was last published of each, whatever its folder says by now. */
export interface LiveBrands extends Brands {
  /** In the order of their names. */
  ids(): readonly BrandId[];
  /** The brand at "/". */
  first(): PublishedBrand;
  /** The made-up customers that a brand's folder names, or named when it could last be read; none for a real brand. */
  personas(brand: BrandId): readonly string[];
  /** Puts an edition in force and keeps it. Rejects, having changed nothing, where it would alter a published notice. */
  publish(edition: BrandEdition): Promise<void>;
  /** Reads the folders and publishes what is new in them. What is wrong is logged, and changes nothing. */
  reload(): Promise<void>;
}

export interface LiveBrandPorts {
  readonly folder: string;
  readonly database: Database;
  readonly log: Log;
  readonly now: () => Instant;
  readonly holderOf: (brand: BrandId) => Holder;
}

/** Begins with the brands of the database and then takes in the folders. */
export async function openBrands({ folder, database, log, now, holderOf }: LiveBrandPorts): Promise<LiveBrands> {
  const published = await loadPublishedBrands(database);
  const personas = new Map<BrandId, readonly string[]>();
  for (const id of published.keys()) personas.set(id, await loadedPersonas(database, id));
  const holders = new Map<BrandId, Holder>();

  const publishEdition = async (edition: BrandEdition): Promise<void> => {
    const { id } = edition.face;
    const at = now();
    const before = published.get(id) ?? null;
    const after = publish(before, edition, at);
    await savePublishedBrand(database, before, after, at);
    published.set(id, after);
  };

  const reloadOne = async (id: string): Promise<void> => {
    const tell = (level: 'error' | 'warn', { file, line, message }: Problem): void =>
      log[level]({ brand: id, file: `${id}/${file}`, line }, message);
    const loaded = await loadBrand(readBrandFiles(join(folder, id)));
    if (!loaded.ok) return loaded.problems.forEach((problem) => tell('error', problem));
    const { brand } = loaded;
    if (brand.face.id !== id) {
      const message = `The folder is "${id}" and the brand in it "${brand.face.id}". Rename one of them.`;
      return tell('error', { file: 'brand.yaml', line: 1, message });
    }
    brand.notes.forEach((note) => tell('warn', note));
    personas.set(id, brand.demo?.personas ?? []);
    try {
      await publishEdition(brand);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The brand could not be published.';
      tell('error', { file: 'notice.yaml', line: brand.versionLine, message });
    }
  };

  const ids = (): BrandId[] => [...published.keys()].toSorted();

  const live: LiveBrands = {
    async find(id) {
      const brand = published.get(id);
      if (!brand) return null;
      const holder = holders.get(id) ?? holderOf(id);
      holders.set(id, holder);
      return { brand, holder };
    },
    ids,
    first() {
      const brand = published.get(ids()[0] ?? '');
      if (!brand) throw new Error('No brand is published.');
      return brand;
    },
    personas: (id) => personas.get(id) ?? [],
    publish: publishEdition,
    async reload() {
      for (const id of brandFolders(folder)) await reloadOne(id);
    },
  };
  await live.reload();
  return live;
}
