import * as z from 'zod/mini';
import { About } from '#contract/about.ts';
import { BrandFace } from '#contract/capabilities.ts';
import { Notice, type PublishedNotice } from '#contract/notice.ts';
import type { BrandId, Instant } from '#contract/primitives.ts';
import { SignIn } from '#contract/sign-in.ts';
import { publish, type BrandEdition, type PublishedBrand, type PublishedVersion } from '#backend/published-brand.ts';
import { canonical } from '#rules/chain.ts';
import { termsOf } from '#rules/terms-of.ts';
import type { Database } from './schema.ts';

/** A brand as it stands in the database. */
export interface KeptBrand {
  readonly brand: PublishedBrand;
  /** When it was last written; every write sets a later one, whatever the clocks of the servers say. */
  readonly revision: Instant;
}

/** Every brand that was ever published here, with every version of its notice, oldest first. */
export async function loadPublishedBrands(database: Database): Promise<KeptBrand[]> {
  const brands = await Promise.all([...(await brandRevisions(database)).keys()].map((id) => loadBrand(database, id)));
  return brands.filter((brand) => brand !== null);
}

/** When each brand was last written: cheap enough to be asked again and again. */
export async function brandRevisions(database: Database): Promise<Map<BrandId, Instant>> {
  const rows = await database.selectFrom('brand').select(['brand_id', 'updated_at']).orderBy('brand_id').execute();
  return new Map(rows.map((row) => [row.brand_id, row.updated_at]));
}

/** One brand; null = none of that name was published. */
export async function loadBrand(database: Database, id: BrandId): Promise<KeptBrand | null> {
  // The row first: notices that another server adds in between are then newer than the revision, never older.
  const row = await database.selectFrom('brand').selectAll().where('brand_id', '=', id).executeTakeFirst();
  if (!row) return null;
  const face = z.parse(BrandFace, JSON.parse(row.face));
  const brand: PublishedBrand = {
    face,
    signIn: row.sign_in === null ? null : z.parse(SignIn, JSON.parse(row.sign_in)),
    jurisdictions: z.parse(Places, JSON.parse(row.jurisdictions ?? '[]')),
    about: z.parse(Abouts, JSON.parse(row.about ?? '{}')),
    notices: await loadVersions(database, face),
  };
  return { brand, revision: row.updated_at };
}

const Places = z.array(z.string());
const Abouts = z.record(z.string(), About);

/** What is kept of a brand beside its notices; it may change at any time, and only the last is kept. */
const columnsOf = ({ face, signIn, jurisdictions, about }: PublishedBrand) => ({
  face: JSON.stringify(face),
  sign_in: signIn && JSON.stringify(signIn),
  jurisdictions: JSON.stringify(jurisdictions),
  about: JSON.stringify(about),
});

async function loadVersions(database: Database, face: BrandFace): Promise<PublishedVersion[]> {
  const rows = await database
    .selectFrom('notice')
    .selectAll()
    .where('brand_id', '=', face.id)
    .orderBy('version')
    .orderBy('language')
    .execute();
  return [...Map.groupBy(rows, (row) => row.version).values()].map((ofVersion) => {
    const byLanguage = Object.fromEntries(
      ofVersion.map((row): [string, PublishedNotice] => [
        row.language,
        { notice: noticeOf(row.document), hash: row.hash, publishedAt: row.published_at },
      ]),
    );
    const first = byLanguage[face.languages[0] ?? ''] ?? Object.values(byLanguage)[0];
    if (!first) throw new Error(`A notice of "${face.id}" has no language.`);
    return { terms: termsOf(first, face.zone), byLanguage };
  });
}

/** Checked, and then taken as it is: parsing would put its fields in another order than they were published in. */
function noticeOf(document: string): Notice {
  const notice: unknown = JSON.parse(document);
  z.parse(Notice, notice);
  return notice as Notice;
}

/** How often an edition is taken in again when another server was first. */
const attempts = 5;

/**
 * Puts an edition in force over what stands in the database now, whoever wrote it. Rejects, having changed nothing,
 * where it would alter what is published.
 */
export async function publishEdition(database: Database, edition: BrandEdition, now: Instant): Promise<KeptBrand> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await loadBrand(database, edition.face.id);
    const brand = publish(before?.brand ?? null, edition, now);
    const added = textsAdded(before, brand);
    if (before && added.length === 0 && isSame(before.brand, brand)) return before;
    const revision = later(now, before);
    if (await save(database, before, { brand, revision }, added)) return { brand, revision };
  }
  throw new Error('Other servers publish this brand at the same time. Publish it again.');
}

/** Keeps a brand and the texts that join it, unless it has moved on: false = nothing was written. */
const save = (
  database: Database,
  before: KeptBrand | null,
  { brand, revision }: KeptBrand,
  added: readonly PublishedNotice[],
): Promise<boolean> =>
  database.transaction().execute(async (work) => {
    const { id } = brand.face;
    const columns = { ...columnsOf(brand), updated_at: revision };
    const written = before
      ? (
          await work
            .updateTable('brand')
            .set(columns)
            .where('brand_id', '=', id)
            .where('updated_at', '=', before.revision)
            .executeTakeFirst()
        ).numUpdatedRows
      : (
          await work
            .insertInto('brand')
            .values({ brand_id: id, ...columns })
            .onConflict((conflict) => conflict.column('brand_id').doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows;
    if (written !== 1n) return false;
    for (const { notice, hash, publishedAt } of added) {
      const { version, language } = notice;
      const document = JSON.stringify(notice);
      await work
        .insertInto('notice')
        .values({ brand_id: id, version, language, document, hash, published_at: publishedAt })
        .execute();
    }
    return true;
  });

const isSame = (one: PublishedBrand, other: PublishedBrand): boolean =>
  canonical({ ...one, notices: [] }) === canonical({ ...other, notices: [] });

/** This moment, or the next after the last write where a clock is behind. */
const later = (now: Instant, before: KeptBrand | null): Instant =>
  before && before.revision >= now ? new Date(Date.parse(before.revision) + 1).toISOString() : now;

const textsAdded = (before: KeptBrand | null, brand: PublishedBrand): PublishedNotice[] => {
  const known = new Set(before ? textsOf(before.brand).map(keyOf) : []);
  return textsOf(brand).filter((text) => !known.has(keyOf(text)));
};

/** Every text a brand published: each version in each language. */
const textsOf = (brand: PublishedBrand): PublishedNotice[] =>
  brand.notices.flatMap(({ byLanguage }) => Object.values(byLanguage));

const keyOf = ({ notice }: PublishedNotice): string => `${notice.version} ${notice.language}`;
