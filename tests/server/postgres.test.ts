import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '#server/store/open-store.ts';
import { proveDurable } from '#server/store/postgres.ts';
import { freshDatabase } from '#tests/fresh-database.ts';
import { newDatabase, startPostgres } from '#tests/postgres.ts';
import { now, sampleRow, stateAt } from './sample-rows.ts';
import { removeFolders } from './temporary-folder.ts';

afterAll(removeFolders);

let url: string;
let admin: pg.Client;
beforeEach(async () => {
  url = await freshDatabase();
  admin = new pg.Client({ connectionString: url });
  await admin.connect();
});
afterEach(() => admin.end());

const refusal = async (open: Promise<Store>): Promise<string> => {
  const outcome = await open.then(
    async (store) => {
      await store.close();
      return new Error('It was opened.');
    },
    (error: unknown) => error,
  );
  expect(outcome).toMatchObject({ name: 'StartError' });
  return (outcome as Error).message;
};

const nameOf = (address: string): string => new URL(address).pathname.slice(1);

describe('a Postgres that could lose what it acknowledged', () => {
  test('is refused where the database turns off waiting for the disk, and the mend is said', async () => {
    await admin.query(`alter database ${nameOf(url)} set synchronous_commit = off`);
    const said = await refusal(openStore(url, now));
    expect(said).toContain('The database is not durable: synchronous_commit is off.');
    expect(said).toContain('ALTER SYSTEM SET synchronous_commit = on');
    expect(said).toContain('ALTER ROLE … RESET, ALTER DATABASE … RESET');
  });

  test('is refused where the role turns it off', async () => {
    const role = `hasty_${nameOf(url)}`;
    await admin.query(`create role ${role} superuser login`);
    await admin.query(`alter role ${role} set synchronous_commit = off`);
    const address = new URL(url);
    address.username = role;
    expect(await refusal(openStore(address.href, now))).toContain('synchronous_commit is off');
  });

  test('is refused where the server does not write through, or writes half pages', async () => {
    const careless = await startPostgres({ fsync: 'off', full_page_writes: 'off' });
    try {
      const said = await refusal(openStore(await newDatabase(careless), now));
      expect(said).toContain('fsync is off, full_page_writes is off');
    } finally {
      await careless.stop();
    }
  });

  test('is refused where it is too old', async () => {
    const settings = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
    const old = { query: async () => ({ rows: [{ ...settings, version: '140011' }] }) } as unknown as pg.Client;
    await expect(proveDurable(old)).rejects.toThrow('DATABASE_URL names Postgres 14; name one of version 15 or later.');
  });

  test('is taken where it waits for more than its own disk', async () => {
    await admin.query(`alter database ${nameOf(url)} set synchronous_commit = remote_apply`);
    const store = await openStore(url, now);
    expect(await store.answers()).toBe(true);
    await store.close();
  });
});

test('a Postgres that cannot be reached is said to be so, without its password', async () => {
  const said = await refusal(openStore('postgres://shop:hunter2@127.0.0.1:1/evenhand', now));
  expect(said).toContain('The database that DATABASE_URL names cannot be used (ECONNREFUSED');
  expect(said).not.toContain('hunter2');
  const missing = new URL(url);
  missing.pathname = '/nowhere';
  expect(await refusal(openStore(missing.href, now))).toContain('3D000: database "nowhere" does not exist');
});

test('text is ordered by its bytes, as in SQLite, whatever language the database was made for', async () => {
  const store = await openStore(url, now);
  const ids = ['b', 'A', 'a', 'B', 'é', '-a'];
  const holdings = {
    customer: { name: 'Maya' },
    records: [],
    events: ids.map((id) => ({ id, use: 'a.b', at: now() })),
  };
  const subject = await store.subjects.subjectFor('shop', null);
  await store.holdings.add(subject, holdings);
  const held = await store.holdings.read(subject);
  expect(held?.holdings.events.map(({ id }) => id)).toEqual(['-a', 'A', 'B', 'a', 'b', 'é']);
  const { rows } = await admin.query("select 1 from unnest(array['b', 'A']) as t (id) order by id limit 1");
  expect(rows).toHaveLength(1);
  const columns = await admin.query(
    "select table_name, column_name from information_schema.columns where table_schema = 'public' " +
      "and data_type = 'text' and collation_name is distinct from 'C' and table_name not like 'kysely%'",
  );
  expect(columns.rows).toEqual([]);
  await store.close();
});

describe('a connection that is cut while a decision is written', () => {
  test('leaves its outcome unknown: it rejects, the next write has a sound connection, and nothing is half', async () => {
    const store = await openStore(url, now);
    const subject = await store.subjects.subjectFor('shop', null);
    const write = { subject, version: 0, rows: [await sampleRow(1, 'key-1')], state: stateAt(1) };
    await admin.query('begin');
    await admin.query('select 1 from subject for update');
    const cut = store.subjects.append(write).then(
      () => 'answered',
      () => 'rejected',
    );
    const waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    await expect.poll(async () => (await admin.query(waiting)).rowCount, { timeout: 10_000 }).toBe(1);
    await admin.query(`select pg_terminate_backend(pid) from (${waiting}) as held`);
    expect(await cut).toBe('rejected');
    await admin.query('commit');
    expect(await store.subjects.load(subject)).toEqual({ version: 0, state: stateAt(0) });
    expect(await store.subjects.append(write)).toBe('stored');
    await store.close();
  });
});

test('a decision that waits for another on the same customer writes nothing once that one is stored', async () => {
  const store = await openStore(url, now);
  const subject = await store.subjects.subjectFor('shop', null);
  await admin.query('begin');
  await admin.query('update subject set version = 1');
  const late = store.subjects.append({ subject, version: 0, rows: [await sampleRow(1, 'key-1')], state: stateAt(1) });
  const waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
  await expect.poll(async () => (await admin.query(waiting)).rowCount, { timeout: 10_000 }).toBe(1);
  await admin.query('commit');
  expect(await late).toBe('moved');
  const { rows } = await admin.query(
    'select (select count(*) from entry) + (select count(*) from outbox) + (select count(*) from evidence) as written',
  );
  expect(rows).toEqual([{ written: '0' }]);
  await store.close();
});

test('of the same decision written through two servers one is stored, and the other is told to look again', async () => {
  const [one, two] = await Promise.all([openStore(url, now), openStore(url, now)]);
  const subject = await one.subjects.subjectFor('shop', null);
  const write = { subject, version: 0, rows: [await sampleRow(1, 'key-1')], state: stateAt(1) };
  const answers = await Promise.all([one.subjects.append(write), two.subjects.append(write)]);
  expect(answers.toSorted()).toEqual(['moved', 'stored']);
  expect(one.keys.current.kid).toBe(two.keys.current.kid);
  await Promise.all([one.close(), two.close()]);
});

test('receipts are compressed in the fast way, where the database knows it', async () => {
  const store = await openStore(url, now);
  await store.close();
  const known = await admin.query(
    "select 1 from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)",
  );
  const { rows } = await admin.query(
    "select attcompression from pg_attribute where attrelid = 'entry'::regclass and attname = 'receipt'",
  );
  expect(rows).toEqual([{ attcompression: known.rowCount === 1 ? 'l' : '' }]);
});
