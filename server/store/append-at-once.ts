import { sql, type RawBuilder } from 'kysely';
import type { Append, Appended } from '#backend/subject-store.ts';
import { outcomeOf, rowsOf } from './append.ts';
import type { Database } from './schema.ts';
import { ownedBy } from './tenant.ts';

/**
 * The write as one statement that commits by itself: one way to the database and back, where a transaction takes six.
 * Only Postgres has it. Everything is inserted from the row that the compare-and-set answers with, so where that finds
 * another version nothing is written.
 */
export const appendAtOnce =
  (database: Database) =>
  async (write: Append): Promise<Appended> => {
    const { subject, version, state } = write;
    const { entries, outbox, evidence } = rowsOf(write);
    try {
      const moved = await database
        .with('moved', (db) =>
          db
            .updateTable('subject')
            .set({ version: version + 1, state: JSON.stringify(state) })
            .where(ownedBy(subject))
            .where('version', '=', version)
            .returning(['subject_id', 'brand_id']),
        )
        .with('logged', (db) =>
          db
            .insertInto('entry')
            .columns(['subject_id', 'brand_id', 'seq', 'body', 'hash', 'receipt', 'idem_key', 'command'])
            .expression((eb) => eb.selectFrom(['moved', listOf(entries, entryTypes).as(sql`given`)]).selectAll()),
        )
        .with('told', (db) =>
          db
            .insertInto('outbox')
            .columns(['subject_id', 'brand_id', 'seq', 'topic', 'created_at'])
            .expression((eb) => eb.selectFrom(['moved', listOf(outbox, outboxTypes).as(sql`given`)]).selectAll()),
        )
        .with('backed', (db) =>
          db
            .insertInto('evidence')
            .columns(['subject_id', 'brand_id', 'seq', 'salt', 'text'])
            .expression((eb) => eb.selectFrom(['moved', listOf(evidence, evidenceTypes).as(sql`given`)]).selectAll()),
        )
        .selectFrom('moved')
        .select('subject_id')
        .executeTakeFirst();
      return moved ? 'stored' : 'moved';
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome) return outcome;
      throw error;
    }
  };

type ColumnTypes<Row> = Readonly<Record<keyof Row & string, 'integer' | 'text'>>;
type Rows = ReturnType<typeof rowsOf>;

/** In the order of the columns above. */
const entryTypes: ColumnTypes<Rows['entries'][number]> = {
  seq: 'integer',
  body: 'text',
  hash: 'text',
  receipt: 'text',
  idem_key: 'text',
  command: 'text',
};
const outboxTypes: ColumnTypes<Rows['outbox'][number]> = { seq: 'integer', topic: 'text', created_at: 'text' };
const evidenceTypes: ColumnTypes<Rows['evidence'][number]> = { seq: 'integer', salt: 'text', text: 'text' };

/** Rows as a table, a list for each column, so that the statement reads the same however many they are. */
function listOf<Row extends object>(rows: readonly Row[], types: ColumnTypes<Row>): RawBuilder<Row> {
  const names = Object.keys(types) as (keyof Row & string)[];
  const lists = names.map((name) => sql`${rows.map((row) => row[name])}::${sql.raw(types[name])}[]`);
  return sql<Row>`unnest(${sql.join(lists)})`;
}
