import { basename, join } from 'node:path';
import type { BrandId, Instant } from '#contract/primitives.ts';
import type { BrandEdition, Brands, Holder, PublishedBrand } from '#backend/published-brand.ts';
import { loadBrand } from '#brand/load-brand.ts';
import { problemLine, type Problem } from '#brand/problem.ts';
import { brandFolders, readBrandFiles } from './brand-folders.ts';
import { loadedPersonas } from './demo-customers.ts';
import type { Log } from './log.ts';
import {
  brandRevisions,
  loadBrand as loadKept,
  loadPublishedBrands,
  publishEdition,
  type KeptBrand,
} from './store/brands.ts';
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
  /** Takes in what another server on the same database published. */
  readonly refresh: () => Promise<void>;
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
  const published = new Map<BrandId, KeptBrand>();
  const personas = new Map<BrandId, readonly string[]>();
  const holders = new Map<BrandId, Holder>();

  let mistakes: readonly string[] = [];

  /** Puts a brand in force, unless a later reading of it is in force by now. */
  const keep = async (kept: KeptBrand): Promise<void> => {
    const { id } = kept.brand.face;
    if (!personas.has(id)) personas.set(id, await loadedPersonas(database, id));
    const known = published.get(id);
    if (!known || known.revision <= kept.revision) published.set(id, kept);
  };
  for (const brand of await loadPublishedBrands(database)) await keep(brand);

  const publishOne = async (edition: BrandEdition): Promise<void> =>
    keep(await publishEdition(database, edition, now()));

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
      await publishOne(brand);
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
    const version = published.get(id)?.brand.notices.at(-1)?.terms.version;
    const served = version === undefined ? 'It is not served.' : `Version ${version}, the last good one, is served.`;
    return [`${basename(folder)}/${id} has ${count}: ${problemLine(first)} ${served}`];
  };

  const ids = (): BrandId[] => [...published.keys()].toSorted();

  const live: LiveBrands = {
    async find(id) {
      const { brand } = published.get(id) ?? {};
      if (!brand) return null;
      const holder = holders.get(id) ?? holderOf(id);
      holders.set(id, holder);
      return { brand, holder };
    },
    ids,
    first() {
      const first = published.get(ids()[0] ?? '');
      if (!first) throw new Error('No brand is published.');
      return first.brand;
    },
    personas: (id) => personas.get(id) ?? [],
    publish: publishOne,
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
    async refresh() {
      for (const [id, revision] of await brandRevisions(database)) {
        const kept = published.get(id)?.revision === revision ? null : await loadKept(database, id);
        if (kept) await keep(kept);
      }
    },
  };
  await live.reload();
  return live;
}
