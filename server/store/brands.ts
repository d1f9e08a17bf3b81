import * as z from 'zod/mini';
import { BrandFace } from '#contract/capabilities.ts';
import { Notice, type PublishedNotice } from '#contract/notice.ts';
import type { BrandId, Instant } from '#contract/primitives.ts';
import type { PublishedBrand, PublishedVersion } from '#backend/published-brand.ts';
import { termsOf } from '#rules/terms-of.ts';
import type { Database } from './schema.ts';

/** Every brand that was ever published here, with every version of its notice, oldest first. */
export async function loadPublishedBrands(database: Database): Promise<Map<BrandId, PublishedBrand>> {
  const brands = new Map<BrandId, PublishedBrand>();
  for (const row of await database.selectFrom('brand').selectAll().orderBy('brand_id').execute()) {
    const face = z.parse(BrandFace, JSON.parse(row.face));
    brands.set(row.brand_id, { face, notices: await loadVersions(database, face) });
  }
  return brands;
}

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

/** Keeps a brand: its face anew, and what of its notices was not there before. Published rows are left alone. */
export async function savePublishedBrand(
  database: Database,
  before: PublishedBrand | null,
  brand: PublishedBrand,
  at: Instant,
): Promise<void> {
  const { face } = brand;
  const known = new Set(before ? textsOf(before).map(keyOf) : []);
  const added = textsOf(brand).filter((text) => !known.has(keyOf(text)));
  await database.transaction().execute(async (work) => {
    const columns = { face: JSON.stringify(face), updated_at: at };
    await work
      .insertInto('brand')
      .values({ brand_id: face.id, ...columns })
      .onConflict((conflict) => conflict.column('brand_id').doUpdateSet(columns))
      .execute();
    for (const { notice, hash, publishedAt } of added) {
      const { version, language } = notice;
      const document = JSON.stringify(notice);
      await work
        .insertInto('notice')
        .values({ brand_id: face.id, version, language, document, hash, published_at: publishedAt })
        .execute();
    }
  });
}

/** Every text a brand published: each version in each language. */
const textsOf = (brand: PublishedBrand): PublishedNotice[] =>
  brand.notices.flatMap(({ byLanguage }) => Object.values(byLanguage));

const keyOf = ({ notice }: PublishedNotice): string => `${notice.version} ${notice.language}`;
