import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** A row of the log as it lies in the table. */
export interface EntryRow {
  readonly seq: number;
  readonly body: string;
  readonly hash: string;
  readonly receipt: string;
  readonly key: string | null;
}

/** The tables, read with nothing of the product's in between: what an auditor with the password would see. */
export interface Tables {
  /** The projection of every subject, as text, by subject. */
  states(): Promise<ReadonlyMap<string, string>>;
  /** The log of one subject behind a seq, in order. */
  entries(subject: string, after: number): Promise<readonly EntryRow[]>;
  /** How many entries there are in all. */
  count(): Promise<number>;
  close(): Promise<void>;
}

const entries =
  'SELECT seq, body, hash, receipt, idem_key AS key FROM entry WHERE subject_id = $1 AND seq > $2 ORDER BY seq';
const states = 'SELECT subject_id AS id, state FROM subject';
const count = 'SELECT count(*) AS found FROM entry';

const mapOf = (rows: readonly { id: string; state: string }[]): Map<string, string> =>
  new Map(rows.map(({ id, state }) => [id, state]));

export function sqliteTables(file: string): Tables {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  const log = database.prepare(entries.replace('$1', '?').replace('$2', '?'));
  return {
    states: async () => mapOf(database.prepare(states).all() as { id: string; state: string }[]),
    entries: async (subject, after) => log.all(subject, after) as unknown as EntryRow[],
    count: async () => Number(database.prepare(count).get()?.['found']),
    close: async () => database.close(),
  };
}

export async function postgresTables(url: string): Promise<Tables> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return {
    states: async () => mapOf((await client.query<{ id: string; state: string }>(states)).rows),
    entries: async (subject, after) => {
      const found = await client.query<EntryRow>({ name: 'entries', text: entries, values: [subject, after] });
      return found.rows;
    },
    count: async () => Number((await client.query<{ found: string }>(count)).rows[0]?.found),
    close: () => client.end(),
  };
}
