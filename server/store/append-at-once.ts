import { sql } from 'kysely';
import type { Append, Appended } from '#backend/subject-store.ts';
import { rowsOf, type Rows } from './append.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';
import { ownedByRow, owner } from './tenant.ts';

/** The rows of each table as one JSON text, so that the statement reads the same however many they are. */
type Given = Record<'moves' | keyof Rows, string>;

interface Move {
  readonly subject_id: string;
  readonly brand_id: string;
  readonly from: number;
  readonly to: number;
  readonly state: string;
}

const moveRow = sql`given (subject_id text, brand_id text, "from" integer, "to" integer, state text)`;
const entryRow = sql`given (subject_id text, seq integer, body text, hash text, receipt text, idem_key text, command text)`;
const outboxRow = sql`given (subject_id text, seq integer, topic text, created_at text)`;
const evidenceRow = sql`given (subject_id text, seq integer, salt text, text text)`;

/** The rows of a JSON text, as a table. */
const listed = <Row>(rows: string) => sql<Row>`json_to_recordset(${rows}::json)`;

/** A row, with whose it is: the brand comes from the subject that was moved. */
type Of<Table extends keyof Rows> = Rows[Table][number] & { readonly subject_id: string };

/**
 * Writes of several customers as one statement that commits by itself: one way to the database and back, one wait for
 * its disk. Only Postgres has it. Everything is inserted beside the row that the compare-and-set answers with, so of a
 * write that finds another version nothing is written. No two may be of one customer. Rejects where the database undid
 * them all, with its reason, or did not answer.
 */
export function appendAtOnce(database: Database): (writes: readonly Append[]) => Promise<Appended[]> {
  const statement = prepared((given: Given) =>
    database
      .with('moved', (db) =>
        db
          .updateTable('subject')
          .from(listed<Move>(given.moves).as<'given'>(moveRow))
          .set((eb) => ({ version: eb.ref('given.to'), state: eb.ref('given.state') }))
          .where(ownedByRow('given'))
          .whereRef('version', '=', 'given.from')
          // Always so. It makes Postgres expect few rows, and look each up by its key also where the table was empty
          // when the statement was planned.
          .whereRef('given.to', '=', sql`given."from" + 1`)
          .returning(['subject.subject_id', 'subject.brand_id']),
      )
      .with('logged', (db) =>
        db
          .insertInto('entry')
          .columns(['subject_id', 'brand_id', 'seq', 'body', 'hash', 'receipt', 'idem_key', 'command'])
          .expression((eb) =>
            eb
              .selectFrom('moved')
              .innerJoin(
                listed<Of<'entries'>>(given.entries).as<'given'>(entryRow),
                'given.subject_id',
                'moved.subject_id',
              )
              .select(['moved.subject_id', 'moved.brand_id', 'seq', 'body', 'hash', 'receipt', 'idem_key', 'command']),
          ),
      )
      .with('told', (db) =>
        db
          .insertInto('outbox')
          .columns(['subject_id', 'brand_id', 'seq', 'topic', 'created_at'])
          .expression((eb) =>
            eb
              .selectFrom('moved')
              .innerJoin(
                listed<Of<'outbox'>>(given.outbox).as<'given'>(outboxRow),
                'given.subject_id',
                'moved.subject_id',
              )
              .select(['moved.subject_id', 'moved.brand_id', 'seq', 'topic', 'created_at']),
          ),
      )
      .with('backed', (db) =>
        db
          .insertInto('evidence')
          .columns(['subject_id', 'brand_id', 'seq', 'salt', 'text'])
          .expression((eb) =>
            eb
              .selectFrom('moved')
              .innerJoin(
                listed<Of<'evidence'>>(given.evidence).as<'given'>(evidenceRow),
                'given.subject_id',
                'moved.subject_id',
              )
              .select(['moved.subject_id', 'moved.brand_id', 'seq', 'salt', 'text']),
          ),
      )
      .selectFrom('moved')
      .select('subject_id'),
  );

  return async (writes) => {
    // In one order everywhere, so that two servers with the same customers never wait for each other.
    const sorted = writes.toSorted((a, b) => (a.subject.id < b.subject.id ? -1 : 1));
    const { rows } = await statement(database, givenOf(sorted));
    const stored = new Set(rows.map((row) => row.subject_id));
    return writes.map(({ subject }) => (stored.has(subject.id) ? 'stored' : 'moved'));
  };
}

function givenOf(writes: readonly Append[]): Given {
  const moves: Move[] = [];
  const entries: Of<'entries'>[] = [];
  const outbox: Of<'outbox'>[] = [];
  const evidence: Of<'evidence'>[] = [];
  for (const write of writes) {
    const { subject, version, state } = write;
    const { subject_id } = owner(subject);
    moves.push({ ...owner(subject), from: version, to: version + 1, state: JSON.stringify(state) });
    const rows = rowsOf(write);
    for (const row of rows.entries) entries.push({ subject_id, ...row });
    for (const row of rows.outbox) outbox.push({ subject_id, ...row });
    for (const row of rows.evidence) evidence.push({ subject_id, ...row });
  }
  const texts = { moves, entries, outbox, evidence };
  return Object.fromEntries(Object.entries(texts).map(([name, rows]) => [name, JSON.stringify(rows)])) as Given;
}
