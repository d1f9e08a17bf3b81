import { basename, join } from 'node:path';
import type { BrandId, Instant } from '#contract/primitives.ts';
import { publish, type BrandEdition, type Brands, type Holder, type PublishedBrand } from '#backend/published-brand.ts';
import { loadBrand } from '#brand/load-brand.ts';
import { problemLine, type Problem } from '#brand/problem.ts';
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
  /** What is wrong in the folders as they were last read: one line per brand, for the person who started the server. */
  mistakes(): readonly string[];
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

  let mistakes: readonly string[] = [];

  const publishEdition = async (edition: BrandEdition): Promise<void> => {
    const { id } = edition.face;
    const at = now();
    const before = published.get(id) ?? null;
    const after = publish(before, edition, at);
    await savePublishedBrand(database, before, after, at);
    published.set(id, after);
  };

  const tell = (level: 'error' | 'warn', id: string, { file, line, message }: Problem): void =>
    log[level]({ brand: id, file: `${id}/${file}`, line }, message);

  /** Takes a brand's folder in; answers with what is wrong there, and then nothing is changed. */
  const reloadOne = async (id: string): Promise<readonly Problem[]> => {
    const loaded = await loadBrand(readBrandFiles(join(folder, id)));
    if (!loaded.ok) return loaded.problems;
    const { brand } = loaded;
    if (brand.face.id !== id) {
      const message = `The folder is "${id}" and the brand in it "${brand.face.id}". Rename one of them.`;
      return [{ file: 'brand.yaml', line: 1, message }];
    }
    brand.notes.forEach((note) => tell('warn', id, note));
    personas.set(id, brand.demo?.personas ?? []);
    try {
      await publishEdition(brand);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The brand could not be published.';
      return [{ file: 'notice.yaml', line: brand.versionLine, message }];
    }
    return [];
  };

  const mistakesIn = (id: string, problems: readonly Problem[]): string[] => {
    const [first] = problems;
    if (!first) return [];
    const count = problems.length === 1 ? 'a mistake' : `${problems.length} mistakes, the first`;
    const version = published.get(id)?.notices.at(-1)?.terms.version;
    const served = version === undefined ? 'It is not served.' : `Version ${version}, the last good one, is served.`;
    return [`${basename(folder)}/${id} has ${count}: ${problemLine(first)} ${served}`];
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
    mistakes: () => mistakes,
    async reload() {
      const found: string[] = [];
      for (const id of brandFolders(folder)) {
        const problems = await reloadOne(id);
        problems.forEach((problem) => tell('error', id, problem));
        found.push(...mistakesIn(id, problems));
      }
      mistakes = found;
    },
  };
  await live.reload();
  return live;
}
