import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noChange } from '#backend/held/holdings-change.ts';
import type { Subject } from '#backend/subject-store.ts';
import { holdingsStore } from '#server/store/holdings.ts';
import { migrate, migrations, type Migrations } from '#server/store/migrations.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { databaseWithTables } from '#tests/fresh-database.ts';
import { sampleDeed, sampleForgotten, sampleRecord } from './sample-holdings.ts';
import { now } from './sample-rows.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeFolders);

const engines = [
  { name: 'SQLite', newPlace: async () => temporaryFolder() },
  { name: 'Postgres', newPlace: databaseWithTables },
];

const added = '004_add_deeds';
const older: Migrations = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < added));

/** The tables as the version before deeds knew them, and what it said to them. */
const before = (store: Store, { id: subject_id, brand: brand_id }: Subject) => ({
  async add() {
    const owned = { subject_id, brand_id };
    const tables =
      store.database.withTables<Record<'holding' | 'held_record' | 'held_event', Record<string, unknown>>>();
    await tables
      .insertInto('holding')
      .values({ ...owned, customer_name: 'Maya', revision: 1 })
      .execute();
    const columns = { category: 'purchases', item: 'order_line', at: now(), label: 'Linen duvet', data: '{"paid":1}' };
    await tables
      .insertInto('held_record')
      .values([
        { ...owned, record_id: 'r1', ...columns },
        { ...owned, record_id: 'r2', ...columns },
      ])
      .execute();
    await tables
      .insertInto('held_event')
      .values({ ...owned, event_id: 'e1', use: 'a.b', at: now() })
      .execute();
  },
  async read() {
    const { database } = store;
    const heads = await database.selectFrom('holding').selectAll().where('subject_id', '=', subject_id).execute();
    const records = await database
      .selectFrom('held_record')
      .selectAll()
      .where('subject_id', '=', subject_id)
      .orderBy('record_id')
      .execute();
    const events = await database.selectFrom('held_event').selectAll().where('subject_id', '=', subject_id).execute();
    return {
      names: heads.map((row) => row.customer_name),
      records: records.map((row) => [row.record_id, row.label, row.data]),
      events: events.map((row) => [row.event_id, row.use, row.at]),
    };
  },
});

describe.each(engines)('the tables of deeds, on $name,', ({ newPlace }) => {
  let place: string;
  let store: Store;
  let subject: Subject;
  /** A database as the version before left it, with a customer that it wrote. */
  beforeEach(async () => {
    place = await newPlace();
    store = await openStore(place, now);
    await takeBack(store);
    subject = await store.subjects.subjectFor('shop', 'demo:maya');
    await before(store, subject).add();
  });
  afterEach(() => store.close());

  test('are added to what the version before wrote, and what it never knew is absent there', async () => {
    await migrate(store.database);
    expect(await store.holdings.read(subject)).toEqual({
      revision: 1,
      holdings: {
        customer: { name: 'Maya' },
        records: ['r1', 'r2'].map((id) => sampleRecord(id, { at: now(), label: 'Linen duvet', data: { paid: 1 } })),
        events: [{ id: 'e1', use: 'a.b', at: now() }],
        forgotten: [],
      },
    });
  });

  test('are none of the concern of the version before: it starts, reads and writes on the same database', async () => {
    const old = before(store, subject);
    const read = await old.read();
    await migrate(store.database);
    await expect(migrate(store.database, older)).resolves.toBeUndefined();
    expect(await old.read()).toEqual(read);

    // What the new version changed, the old one reads as far as it knows it.
    const change = {
      ...noChange,
      subject,
      revision: 1,
      put: [
        sampleRecord('r2', { at: now(), label: 'Linen duvet', data: { paid: 1 }, keptFor: ['purchases.accounts'] }),
      ],
      remove: ['r1'],
      forgetEvents: ['e1'],
      forgotten: [sampleForgotten('purchases')],
      deed: sampleDeed('key-1'),
    };
    expect(await store.holdings.change(change)).toBe('stored');
    expect(await old.read()).toEqual({ ...read, records: [['r2', 'Linen duvet', '{"paid":1}']] });

    // What the old one writes, the new one reads: another customer, and another server of the new version.
    const noor = await store.subjects.subjectFor('shop', 'demo:noor');
    await before(store, noor).add();
    const fresh = holdingsStore({ database: store.database, scrub: async () => {} });
    expect((await fresh.read(noor))?.holdings.records.map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect((await fresh.read(subject))?.holdings.records).toEqual(change.put);
  });
});

/** Makes the tables as they were before they were added. */
async function takeBack({ database }: Store): Promise<void> {
  for (const table of ['deed', 'held_forgetting', 'held_incident', 'expectation', 'expectation_week']) {
    await database.schema.dropTable(table).execute();
  }
  await database.schema.alterTable('brand').dropColumn('about').execute();
  await database.schema.alterTable('holding').dropColumn('incidents_known').execute();
  await database.schema.alterTable('held_record').dropColumn('kept_for').execute();
  await database.schema.alterTable('held_record').dropColumn('corrected_at').execute();
  await database.schema.alterTable('held_event').dropColumn('data').execute();
  const done = database.withTables<{ kysely_migration: { name: string } }>();
  await done.deleteFrom('kysely_migration').where('name', '=', added).execute();
}
