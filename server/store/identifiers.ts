import type { BrandId } from '#contract/primitives.ts';
import type { Subject } from '#backend/subject-store.ts';
import type { Database } from './schema.ts';

/** The subject that a brand knows under an identifier; null = none yet. */
export async function findSubject(database: Database, brand: BrandId, identifier: string): Promise<Subject | null> {
  const found = await database
    .selectFrom('identifier')
    .select('subject_id')
    .where('brand_id', '=', brand)
    .where('identifier', '=', identifier)
    .executeTakeFirst();
  return found ? { brand, id: found.subject_id } : null;
}

/** The identifiers of a brand that begin so, in the order of their letters. */
export async function listIdentifiers(database: Database, brand: BrandId, beginning: string): Promise<string[]> {
  // By their order, which is that of bytes on every engine; what LIKE takes for equal is not the same on all.
  const found = await database
    .selectFrom('identifier')
    .select('identifier')
    .where('brand_id', '=', brand)
    .where('identifier', '>=', beginning)
    .where('identifier', '<', `${beginning}\u{10ffff}`)
    .orderBy('identifier')
    .execute();
  return found.map(({ identifier }) => identifier);
}
