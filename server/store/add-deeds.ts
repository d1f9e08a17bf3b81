import type { Kysely } from 'kysely';
import { table, textOf } from './create-table.ts';

/**
 * What customers have done to what is held about them, what became of it, and what they say of each card. A version
 * that knows nothing of it writes rows without the new columns: nobody kept them, told anything of them or put them
 * right.
 */
export async function addDeeds(db: Kysely<unknown>): Promise<void> {
  const text = textOf(db);
  await db.schema.alterTable('brand').addColumn('about', text).execute();
  await db.schema.alterTable('holding').addColumn('incidents_known', 'integer').execute();
  await db.schema.alterTable('held_record').addColumn('kept_for', text).execute();
  await db.schema.alterTable('held_record').addColumn('corrected_at', text).execute();
  await db.schema.alterTable('held_event').addColumn('data', text).execute();

  const owned = { subject_id: 'text', brand_id: 'text' } as const;
  await table(db, 'deed', { ...owned, idem_key: 'text', command: 'text?', kind: 'text', at: 'text', answer: 'text' }, [
    'subject_id',
    'idem_key',
  ]).execute();
  await table(db, 'held_forgetting', { ...owned, category: 'text', document: 'text' }, [
    'subject_id',
    'category',
  ]).execute();
  await table(db, 'held_incident', { ...owned, incident: 'text' }, ['subject_id', 'incident']).execute();

  await table(
    db,
    'expectation',
    { brand_id: 'text', week: 'text', voter: 'text', card: 'text', answer: 'text', reason: 'text?' },
    ['brand_id', 'week', 'voter'],
  ).execute();
  await table(db, 'expectation_week', { brand_id: 'text', week: 'text', key: 'text' }, ['brand_id']).execute();
}
