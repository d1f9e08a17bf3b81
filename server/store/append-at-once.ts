import { sql } from 'kysely';
import type { Append, Appended, Subject } from '#backend/subject-store.ts';
import { outcomeOf, rowsOf, type Rows } from './append.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';
import { ownedBy } from './tenant.ts';

/** The rows of each table as one JSON text, so that the statement reads the same however many they are. */
interface Given extends Subject, Record<keyof Rows, string> {
  readonly from: number;
  readonly to: number;
  readonly state: string;
}

const entryRow = sql`given (seq integer, body text, hash text, receipt text, idem_key text, command text)`;
const outboxRow = sql`given (seq integer, topic text, created_at text)`;
const evidenceRow = sql`given (seq integer, salt text, text text)`;

/** The rows of a JSON text, as a table. */
const listed = <Table extends keyof Rows>(rows: string) => sql<Rows[Table][number]>`json_to_recordset(${rows}::json)`;

/**
 * The write as one statement that commits by itself: one way to the database and back, where a transaction takes six.
 * Only Postgres has it. Everything is inserted beside the row that the compare-and-set answers with, so where that
 * finds another version nothing is written.
 */
export function appendAtOnce(database: Database): (write: Append) => Promise<Appended> {
  const statement = prepared((given: Given) =>
    database
      .with('moved', (db) =>
        db
          .updateTable('subject')
          .set({ version: given.to, state: given.state })
          .where(ownedBy(given))
          .where('version', '=', given.from)
          .returning(['subject_id', 'brand_id']),
      )
      .with('logged', (db) =>
        db
          .insertInto('entry')
          .columns(['subject_id', 'brand_id', 'seq', 'body', 'hash', 'receipt', 'idem_key', 'command'])
          .expression((eb) => eb.selectFrom(['moved', listed<'entries'>(given.entries).as(entryRow)]).selectAll()),
      )
      .with('told', (db) =>
        db
          .insertInto('outbox')
          .columns(['subject_id', 'brand_id', 'seq', 'topic', 'created_at'])
          .expression((eb) => eb.selectFrom(['moved', listed<'outbox'>(given.outbox).as(outboxRow)]).selectAll()),
      )
      .with('backed', (db) =>
        db
          .insertInto('evidence')
          .columns(['subject_id', 'brand_id', 'seq', 'salt', 'text'])
          .expression((eb) => eb.selectFrom(['moved', listed<'evidence'>(given.evidence).as(evidenceRow)]).selectAll()),
      )
      .selectFrom('moved')
      .select('subject_id'),
  );

  return async (write) => {
    const { subject, version, state } = write;
    const { entries, outbox, evidence } = rowsOf(write);
    try {
      const { rows } = await statement(database, {
        ...subject,
        from: version,
        to: version + 1,
        state: JSON.stringify(state),
        entries: JSON.stringify(entries),
        outbox: JSON.stringify(outbox),
        evidence: JSON.stringify(evidence),
      });
      return rows.length === 1 ? 'stored' : 'moved';
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome) return outcome;
      throw error;
    }
  };
}
