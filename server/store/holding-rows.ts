import * as z from 'zod/mini';
import { Forgotten } from '#contract/holdings.ts';
import type { Subject } from '#backend/subject-store.ts';
import type { HoldingRecord, Holdings, UsageEvent } from '#rules/holdings.ts';
import type { Database, Tables } from './schema.ts';
import { ownedBy, owner } from './tenant.ts';

const RecordData = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const EventData = z.nullable(z.record(z.string(), z.union([z.string(), z.number()])));
const KeptFor = z.array(z.string());

/** A record as its row. */
export const recordRow = (subject: Subject, record: HoldingRecord): Tables['held_record'] => ({
  ...owner(subject),
  record_id: record.id,
  category: record.category,
  item: record.item,
  at: record.at,
  label: record.label,
  data: JSON.stringify(record.data),
  kept_for: record.keptFor ? JSON.stringify(record.keptFor) : null,
  corrected_at: record.correctedAt ?? null,
});

const recordOf = ({ record_id: id, category, item, at, label, ...row }: Tables['held_record']): HoldingRecord => ({
  id,
  category,
  item,
  at,
  label,
  data: z.parse(RecordData, JSON.parse(row.data)),
  ...(row.kept_for !== null && { keptFor: z.parse(KeptFor, JSON.parse(row.kept_for)) }),
  ...(row.corrected_at !== null && { correctedAt: row.corrected_at }),
});

/** The details of an event that was forgotten, in its column. */
export const forgottenData = 'null';

/** An event as its row. */
export const eventRow = (subject: Subject, { id, use, at, data }: UsageEvent): Tables['held_event'] => ({
  ...owner(subject),
  event_id: id,
  use,
  at,
  data: data === undefined ? null : JSON.stringify(data),
});

const eventOf = ({ event_id: id, use, at, data }: Tables['held_event']): UsageEvent => ({
  id,
  use,
  at,
  ...(data !== null && { data: z.parse(EventData, JSON.parse(data)) }),
});

/** The last forgetting of a category as its row. */
export const forgettingRow = (subject: Subject, forgotten: Forgotten): Tables['held_forgetting'] => ({
  ...owner(subject),
  category: forgotten.category,
  document: JSON.stringify(forgotten),
});

/** All that is held about a subject, read within a transaction that sees one moment; null = nobody ever said what. */
export async function readHoldings(
  work: Database,
  subject: Subject,
): Promise<{ readonly revision: number; readonly holdings: Holdings } | null> {
  const head = await work
    .selectFrom('holding')
    .select(['customer_name', 'revision', 'incidents_known'])
    .where(ownedBy(subject))
    .executeTakeFirst();
  if (!head) return null;
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
  const forgotten = await work
    .selectFrom('held_forgetting')
    .select('document')
    .where(ownedBy(subject))
    .orderBy('category')
    .execute();
  const incidents = await work
    .selectFrom('held_incident')
    .select('incident')
    .where(ownedBy(subject))
    .orderBy('incident')
    .execute();
  return {
    revision: head.revision,
    holdings: {
      customer: { name: head.customer_name },
      records: records.map(recordOf),
      events: events.map(eventOf),
      forgotten: forgotten.map(({ document }) => z.parse(Forgotten, JSON.parse(document))),
      // Where nobody says that they are all listed, one that is listed is known all the same.
      ...((head.incidents_known !== null || incidents.length > 0) && {
        incidents: incidents.map(({ incident }) => incident),
      }),
    },
  };
}
