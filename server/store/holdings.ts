import { changedBy, takesAway } from '#backend/held/holdings-change.ts';
import type { Deed, HeldNow, HoldingsChange, HoldingsChanged, HoldingsStore } from '#backend/holdings-store.ts';
import type { Subject } from '#backend/subject-store.ts';
import type { HoldingRecord, Holdings } from '#rules/holdings.ts';
import { outcomeOf } from './append.ts';
import { batches } from './batches.ts';
import { changeWithin } from './change-holdings.ts';
import type { Engine } from './engine.ts';
import { eventRow, forgettingRow, readHoldings, recordRow } from './holding-rows.ts';
import { keptHoldings } from './kept-holdings.ts';
import type { Database } from './schema.ts';
import { ownedBy, owner } from './tenant.ts';

/**
 * What is held about customers: in tables, a row for each record and each event, as a brand's own systems keep it.
 *
 * Every write of a row raises the subject's revision in the same transaction, and a read begins with the revision: so
 * what is kept in memory is never older than the tables, whoever wrote them.
 */
export function holdingsStore({ database, scrub }: Pick<Engine, 'database' | 'scrub'>): HoldingsStore {
  const kept = keptHoldings();

  return {
    async read(subject) {
      const revision = await revisionOf(database, subject);
      if (revision === null) return null;
      const known = kept.find(subject, revision);
      const now = known ?? (await readAtOnce(database, subject));
      if (now) kept.keep(subject, now);
      return now;
    },

    add: (subject, holdings) => add(database, subject, holdings),

    async change(write) {
      const { subject, revision } = write;
      const outcome = await changeOnce(database, write);
      if (outcome === 'stored') {
        const before = kept.find(subject, revision);
        // The many rows of a customer are not read again for a few that are known.
        if (before)
          kept.keep(subject, { revision: revision + 1, holdings: inOrder(changedBy(before.holdings, write)) });
        if (takesAway(write)) await scrub();
      }
      return outcome;
    },

    findDeed: (subject, key) => findDeed(database, subject, key),
  };
}

async function revisionOf(database: Database, subject: Subject): Promise<number | null> {
  const head = await database.selectFrom('holding').select('revision').where(ownedBy(subject)).executeTakeFirst();
  return head?.revision ?? null;
}

/** In one transaction that sees one moment, so that the rows belong to the revision. */
const readAtOnce = (database: Database, subject: Subject): Promise<HeldNow | null> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((work) => readHoldings(work, subject));

const add = (database: Database, subject: Subject, holdings: Holdings): Promise<void> =>
  database.transaction().execute(async (work) => {
    const { customer, records, events, forgotten = [], incidents } = holdings;
    // Another server that is at it is waited for here; it did all of it, or nothing.
    const { numInsertedOrUpdatedRows: first } = await work
      .insertInto('holding')
      .values({ ...owner(subject), customer_name: customer.name, revision: 1, incidents_known: incidents ? 1 : null })
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
        .values(some.map((event) => eventRow(subject, event)))
        .execute();
    }
    for (const some of batches(forgotten)) {
      await work
        .insertInto('held_forgetting')
        .values(some.map((one) => forgettingRow(subject, one)))
        .execute();
    }
    for (const some of batches(incidents ?? [])) {
      await work
        .insertInto('held_incident')
        .values(some.map((incident) => ({ ...owner(subject), incident })))
        .execute();
    }
  });

class Moved extends Error {}

async function changeOnce(database: Database, write: HoldingsChange): Promise<HoldingsChanged> {
  try {
    await database.transaction().execute(async (work) => {
      if (!(await changeWithin(work, write))) throw new Moved();
    });
    return 'stored';
  } catch (error) {
    const outcome = error instanceof Moved ? 'moved' : outcomeOf(error);
    if (outcome) return outcome;
    throw error;
  }
}

async function findDeed(database: Database, subject: Subject, key: string): Promise<Deed | null> {
  const found = await database
    .selectFrom('deed')
    .select(['idem_key', 'command', 'kind', 'at', 'answer'])
    .where(ownedBy(subject))
    .where('idem_key', '=', key)
    .executeTakeFirst();
  if (!found) return null;
  const { idem_key, ...deed } = found;
  return { key: idem_key, ...deed };
}

/** As the tables would say it: the oldest first. */
const inOrder = (holdings: Holdings): Holdings => ({ ...holdings, records: holdings.records.toSorted(byTime) });

const byTime = (one: HoldingRecord, other: HoldingRecord): number =>
  one.at === other.at ? compare(one.id, other.id) : compare(one.at, other.at);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
