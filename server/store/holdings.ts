import * as z from 'zod/mini';
import type { Subject } from '#backend/subject-store.ts';
import type { HoldingRecord, Holdings, UsageEvent } from '#rules/holdings.ts';
import type { Database } from './schema.ts';
import { ownedBy, owner } from './tenant.ts';

const RecordData = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What is held about customers: in tables, a row for each record and each event, as a brand's own systems keep it. */
export interface HoldingsStore {
  /** All that is held about a subject; null = nobody ever said what is. The same object until a row changes. */
  read(subject: Subject): Promise<Holdings | null>;
  /** Puts down what is held about a subject of whom nothing was; of several at once the first does. */
  add(subject: Subject, holdings: Holdings): Promise<void>;
  /** Replaces or adds one record. */
  putRecord(subject: Subject, record: HoldingRecord): Promise<void>;
}

/** Rows of one insert: bound parameters are limited, 32,766 in SQLite and 65,535 in Postgres. */
const rowsAtOnce = 500;
const keptSubjects = 200;

/**
 * Every write of a row raises the subject's revision in the same transaction, and a read begins with the revision: so
 * what is kept in memory is never older than the tables, whoever wrote them.
 */
export function holdingsStore(database: Database): HoldingsStore {
  const kept = new Map<string, { revision: number; holdings: Holdings }>();

  return {
    async read(subject) {
      const head = await database
        .selectFrom('holding')
        .select(['customer_name', 'revision'])
        .where(ownedBy(subject))
        .executeTakeFirst();
      if (!head) return null;
      const known = kept.get(subject.id);
      kept.delete(subject.id);
      const current = known?.revision === head.revision ? known : await readRows(database, subject);
      kept.set(subject.id, current);
      const oldest = kept.size > keptSubjects ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return current.holdings;
    },

    async add(subject, { customer, records, events }) {
      await database.transaction().execute(async (work) => {
        // Another server that is at it is waited for here; it did all of it, or nothing.
        const { numInsertedOrUpdatedRows: first } = await work
          .insertInto('holding')
          .values({ ...owner(subject), customer_name: customer.name, revision: 1 })
          .onConflict((conflict) => conflict.column('subject_id').doNothing())
          .executeTakeFirst();
        if (first === 0n) return;
        for (const some of batches(records)) {
          await work
            .insertInto('held_record')
            .values(some.map((record) => recordRow(subject, record)))
            .execute();
        }
        for (const some of batches(events)) {
          await work
            .insertInto('held_event')
            .values(some.map(({ id, use, at }) => ({ ...owner(subject), event_id: id, use, at })))
            .execute();
        }
      });
    },

    async putRecord(subject, record) {
      const { subject_id, brand_id, record_id, ...changed } = recordRow(subject, record);
      await database.transaction().execute(async (work) => {
        await work
          .updateTable('holding')
          .set((eb) => ({ revision: eb('revision', '+', 1) }))
          .where(ownedBy(subject))
          .execute();
        await work
          .insertInto('held_record')
          .values({ subject_id, brand_id, record_id, ...changed })
          .onConflict((conflict) => conflict.columns(['subject_id', 'record_id']).doUpdateSet(changed))
          .execute();
      });
    },
  };
}

/** In one transaction that sees one moment, so that the rows belong to the revision. */
const readRows = (database: Database, subject: Subject): Promise<{ revision: number; holdings: Holdings }> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (work) => {
      const head = await work.selectFrom('holding').selectAll().where(ownedBy(subject)).executeTakeFirstOrThrow();
      const records = await work
        .selectFrom('held_record')
        .selectAll()
        .where(ownedBy(subject))
        .orderBy('at')
        .orderBy('record_id')
        .execute();
      const events = await work
        .selectFrom('held_event')
        .selectAll()
        .where(ownedBy(subject))
        .orderBy('at')
        .orderBy('event_id')
        .execute();
      return {
        revision: head.revision,
        holdings: {
          customer: { name: head.customer_name },
          records: records.map(({ record_id: id, category, item, at, label, data }): HoldingRecord => ({
            id,
            category,
            item,
            at,
            label,
            data: z.parse(RecordData, JSON.parse(data)),
          })),
          events: events.map(({ event_id: id, use, at }): UsageEvent => ({ id, use, at })),
        },
      };
    });

const recordRow = (subject: Subject, { id, data, ...columns }: HoldingRecord) => ({
  ...owner(subject),
  record_id: id,
  ...columns,
  data: JSON.stringify(data),
});

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce);
}
