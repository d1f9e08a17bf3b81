import type { Kysely } from 'kysely';
import { table } from './create-table.ts';

/** What every version needs: brands, subjects with their logs, sessions, keys, and what is held. */
export async function firstTables(db: Kysely<unknown>): Promise<void> {
  await table(db, 'brand', { brand_id: 'text', face: 'text', updated_at: 'text' }, ['brand_id']).execute();
  await table(
    db,
    'notice',
    { brand_id: 'text', version: 'integer', language: 'text', document: 'text', hash: 'text', published_at: 'text' },
    ['brand_id', 'version', 'language'],
  ).execute();

  const owned = { subject_id: 'text', brand_id: 'text' } as const;
  await table(db, 'subject', { ...owned, version: 'integer', state: 'text', created_at: 'text' }, [
    'subject_id',
  ]).execute();
  await table(
    db,
    'entry',
    {
      ...owned,
      seq: 'integer',
      body: 'text',
      hash: 'text',
      receipt: 'text',
      idem_key: 'text?',
      command: 'text?',
    },
    ['subject_id', 'seq'],
  )
    .addUniqueConstraint('entry_idem_key', ['subject_id', 'idem_key'])
    .execute();
  await table(db, 'evidence', { ...owned, seq: 'integer', salt: 'text', text: 'text' }, [
    'subject_id',
    'seq',
  ]).execute();
  await table(db, 'outbox', { ...owned, seq: 'integer', topic: 'text', created_at: 'text' }, [
    'subject_id',
    'seq',
  ]).execute();

  await table(db, 'identifier', { ...owned, identifier: 'text' }, ['brand_id', 'identifier']).execute();
  await db.schema.createIndex('identifier_subject').on('identifier').column('subject_id').execute();
  await table(db, 'session', { ...owned, token: 'text', persona: 'text?', signal: 'integer', expires_at: 'text' }, [
    'token',
  ]).execute();
  await db.schema.createIndex('session_expires').on('session').column('expires_at').execute();
  await table(
    db,
    'signing_key',
    { kid: 'text', public_jwk: 'text', private_jwk: 'text?', created_at: 'text', retired_at: 'text?' },
    ['kid'],
  ).execute();

  await table(db, 'holding', { ...owned, customer_name: 'text', revision: 'integer' }, ['subject_id']).execute();
  await table(
    db,
    'held_record',
    { ...owned, record_id: 'text', category: 'text', item: 'text', at: 'text', label: 'text', data: 'text' },
    ['subject_id', 'record_id'],
  ).execute();
  await table(db, 'held_event', { ...owned, event_id: 'text', use: 'text', at: 'text' }, [
    'subject_id',
    'event_id',
  ]).execute();
}
