import * as z from 'zod/mini';
import { BrandFace } from '#contract/capabilities.ts';
import type { Instant } from '#contract/primitives.ts';
import { weekOf } from '#rules/expectations.ts';
import type { Database } from './store/schema.ts';

/**
 * The key of a week that is over must be gone: with it anybody could tell whose answer to "Did you expect this?" was
 * whose.
 */
export async function weekFaults(database: Database, now: Instant): Promise<string[]> {
  const tables = await database.introspection.getTables();
  // A backup of a version that asked nobody.
  if (!tables.some(({ name }) => name === 'expectation_week')) return [];
  const rows = await database
    .selectFrom('expectation_week')
    .innerJoin('brand', 'brand.brand_id', 'expectation_week.brand_id')
    .select(['expectation_week.brand_id', 'week', 'face'])
    .orderBy('expectation_week.brand_id')
    .execute();
  return rows
    .filter(({ week, face }) => week < weekOf(now, z.parse(BrandFace, JSON.parse(face)).zone).week)
    .map(({ brand_id, week }) => `The week of ${week} of ${brand_id} is over, and its key is still there.`);
}
