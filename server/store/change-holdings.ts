import { takesAway } from '#backend/held/holdings-change.ts';
import type { Deed, HoldingsChange } from '#backend/holdings-store.ts';
import type { Subject } from '#backend/subject-store.ts';
import { batches } from './batches.ts';
import { forgettingRow, forgottenData, recordRow } from './holding-rows.ts';
import type { Database } from './schema.ts';
import { ownedBy, owner } from './tenant.ts';

/**
 * Does a change within a transaction. Compare-and-set of the revision first: false = somebody was there before, and
 * nothing is written. Where a later statement fails, what came before it is to be undone by whoever began the work.
 */
export async function changeWithin(work: Database, write: HoldingsChange): Promise<boolean> {
  const { subject, revision, put, remove, forgetEvents, forgotten, deed } = write;
  const { numUpdatedRows: moved } = await work
    .updateTable('holding')
    .set({ revision: revision + 1 })
    .where(ownedBy(subject))
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (moved !== 1n) return false;
  if (takesAway(write)) {
    await work
      .updateTable('deed')
      .set({ command: null })
      .where(ownedBy(subject))
      .where('command', 'is not', null)
      .execute();
  }
  if (deed) await addDeed(work, subject, deed);
  for (const some of batches(remove)) {
    await work.deleteFrom('held_record').where(ownedBy(subject)).where('record_id', 'in', some).execute();
  }
  for (const some of batches(put)) {
    await work
      .insertInto('held_record')
      .values(some.map((record) => recordRow(subject, record)))
      .onConflict((conflict) =>
        conflict.columns(['subject_id', 'record_id']).doUpdateSet((eb) => ({
          category: eb.ref('excluded.category'),
          item: eb.ref('excluded.item'),
          at: eb.ref('excluded.at'),
          label: eb.ref('excluded.label'),
          data: eb.ref('excluded.data'),
          kept_for: eb.ref('excluded.kept_for'),
          corrected_at: eb.ref('excluded.corrected_at'),
        })),
      )
      .execute();
  }
  for (const some of batches(forgetEvents)) {
    await work
      .updateTable('held_event')
      .set({ data: forgottenData })
      .where(ownedBy(subject))
      .where('event_id', 'in', some)
      .execute();
  }
  for (const one of forgotten) {
    const row = forgettingRow(subject, one);
    await work
      .insertInto('held_forgetting')
      .values(row)
      .onConflict((conflict) => conflict.columns(['subject_id', 'category']).doUpdateSet({ document: row.document }))
      .execute();
  }
  return true;
}

async function addDeed(work: Database, subject: Subject, { key, command, kind, at, answer }: Deed): Promise<void> {
  await work
    .insertInto('deed')
    .values({ ...owner(subject), idem_key: key, command, kind, at, answer })
    .execute();
}
