import type { Kysely } from 'kysely';
import { table, textOf } from './create-table.ts';

/** What brands sign their customers in with, which tokens were used, and how who signed in is greeted. */
export async function addSignIn(db: Kysely<unknown>): Promise<void> {
  await table(db, 'used_token', { brand_id: 'text', token: 'text', expires_at: 'text' }, [
    'brand_id',
    'token',
  ]).execute();
  await db.schema.createIndex('used_token_expires').on('used_token').column('expires_at').execute();
  const text = textOf(db);
  await db.schema.alterTable('session').addColumn('customer_name', text).execute();
  await db.schema.alterTable('brand').addColumn('sign_in', text).execute();
  await db.schema.alterTable('brand').addColumn('jurisdictions', text).execute();
}
