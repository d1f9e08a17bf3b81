import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendInTransaction } from '#server/store/append.ts';
import { migrate, migrations } from '#server/store/migrations.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { subjectStore } from '#server/store/repository.ts';
import { databaseWithTables } from '#tests/fresh-database.ts';
import { now, sampleRow, stateAt } from './sample-rows.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeFolders);

/** Every engine, and every form that a write may take on it. */
const engines = [
  { name: 'SQLite', newPlace: async () => temporaryFolder(), inTransaction: false },
  { name: 'Postgres', newPlace: databaseWithTables, inTransaction: false },
  { name: 'Postgres, a transaction a write,', newPlace: databaseWithTables, inTransaction: true },
];

describe.each(engines)('on $name', ({ newPlace, inTransaction }) => {
  let place: string;
  let store: Store;
  const open = async (): Promise<Store> => {
    const opened = await openStore(place, now);
    if (!inTransaction) return opened;
    const { database } = opened;
    return { ...opened, subjects: subjectStore({ database, append: appendInTransaction(database) }, now) };
  };
  beforeEach(async () => {
    place = await newPlace();
    store = await open();
  });
  afterEach(() => store.close());

  describe('a store', () => {
    test('is opened again as it was left, with the same signing key', async () => {
      const subject = await store.subjects.subjectFor('shop', 'demo:maya');
      const { kid } = store.keys.current;
      await store.close();
      store = await open();
      expect(await store.subjects.subjectFor('shop', 'demo:maya')).toEqual(subject);
      expect(store.keys.current.kid).toBe(kid);
      expect(JSON.stringify(store.keys.published)).not.toContain('"d"');
    });

    test('refuses a database that a newer version changed, and says which change it was', async () => {
      await migrate(store.database, { ...migrations, '999_split_entries': { up: async () => {} } });
      await expect(openStore(place, now)).rejects.toThrow(/written by a newer Evenhand \(999_split_entries\)/);
    });

    test('goes on with a database to which a newer version only added, also after a new start', async () => {
      const subject = await store.subjects.subjectFor('shop', 'demo:maya');
      const session = {
        token: 'd'.repeat(64),
        subject,
        persona: 'maya',
        name: 'Maya',
        signal: false,
        expiresAt: now(),
      };
      await store.sessions.put(session, now());
      // Everything that the engine may have kept planned is asked again after the change.
      const read = async () => [await store.sessions.find(session.token), await store.subjects.load(subject)];
      const before = await read();
      await migrate(store.database, {
        ...migrations,
        '999_add_device': {
          async up(database) {
            await database.schema
              .createTable('device')
              .addColumn('id', 'text', (id) => id.primaryKey())
              .execute();
            for (const table of ['subject', 'entry', 'evidence', 'outbox', 'session', 'identifier']) {
              await database.schema.alterTable(table).addColumn('device', 'text').execute();
              await database.schema
                .alterTable(table)
                .addColumn('weight', 'integer', (weight) => weight.notNull().defaultTo(0))
                .execute();
            }
          },
        },
      });
      expect(await read()).toEqual(before);
      const write = { subject, version: 0, rows: [await sampleRow(1, 'key-1')], state: stateAt(1) };
      expect(await store.subjects.append(write)).toBe('stored');
      await store.close();
      store = await open();
      expect(await store.subjects.findByKey(subject, 'key-1')).toEqual(write.rows[0]);
      const next = { subject, version: 1, rows: [await sampleRow(2, 'key-2')], state: stateAt(2) };
      expect(await store.subjects.append(next)).toBe('stored');
    });

    test('leaves nothing of a migration that fails half-way, and says which it was', async () => {
      const failing = {
        ...migrations,
        '999_add_device': {
          async up(database: typeof store.database) {
            await database.schema.createTable('device').addColumn('id', 'text').execute();
            throw new Error('no room');
          },
        },
      };
      await expect(migrate(store.database, failing)).rejects.toThrow(/999_add_device failed: no room.*nothing/);
      const tables = await store.database.introspection.getTables();
      expect(tables.map(({ name }) => name)).not.toContain('device');
    });
  });

  describe('a write', () => {
    test('is kept whole: entry, state, evidence and what others are still to be told', async () => {
      const subject = await store.subjects.subjectFor('shop', null);
      const first = await sampleRow(1, 'key-1');
      expect(await store.subjects.append({ subject, version: 0, rows: [first], state: stateAt(1) })).toBe('stored');
      expect(await store.subjects.load(subject)).toEqual({ state: stateAt(1), version: 1 });
      expect(await store.subjects.findByKey(subject, 'key-1')).toEqual(first);
      expect(await store.subjects.receipt(subject, 1)).toBe('receipt 1');
      const told = await store.database.selectFrom('outbox').select(['seq', 'topic', 'subject_id']).execute();
      expect(told).toEqual([{ seq: 1, topic: 'decided', subject_id: subject.id }]);
    });

    test('on a version that has moved on writes nothing', async () => {
      const subject = await store.subjects.subjectFor('shop', null);
      await store.subjects.append({ subject, version: 0, rows: [await sampleRow(1, 'key-1')], state: stateAt(1) });
      const late = { subject, version: 0, rows: [await sampleRow(1, 'key-2')], state: stateAt(1) };
      expect(await store.subjects.append(late)).toBe('moved');
      expect(await store.subjects.findByKey(subject, 'key-2')).toBeNull();
      expect(await store.subjects.load(subject)).toEqual({ state: stateAt(1), version: 1 });
    });

    test('under a key that is taken writes nothing, not even the first of its rows', async () => {
      const subject = await store.subjects.subjectFor('shop', null);
      await store.subjects.append({ subject, version: 0, rows: [await sampleRow(1, 'key-1')], state: stateAt(1) });
      const rows = [await sampleRow(2, 'key-2'), await sampleRow(3, 'key-1')];
      expect(await store.subjects.append({ subject, version: 1, rows, state: stateAt(3) })).toBe('key_taken');
      expect(await store.subjects.list(subject, { before: 9, limit: 9 })).toHaveLength(1);
      expect(await store.subjects.load(subject)).toEqual({ state: stateAt(1), version: 1 });
      const told = await store.database.selectFrom('outbox').select('seq').execute();
      expect(told).toEqual([{ seq: 1 }]);
    });

    test('of two at once is stored once', async () => {
      const subject = await store.subjects.subjectFor('shop', null);
      const writes = await Promise.all(
        [1, 2, 3, 4].map(async (one) =>
          store.subjects.append({ subject, version: 0, rows: [await sampleRow(1, `key-${one}`)], state: stateAt(1) }),
        ),
      );
      expect(writes.toSorted()).toEqual(['moved', 'moved', 'moved', 'stored']);
    });
  });

  describe('a reader', () => {
    test('gets the log page by page, newest first', async () => {
      const subject = await store.subjects.subjectFor('shop', null);
      const rows = await Promise.all([1, 2, 3, 4].map((seq) => sampleRow(seq, null)));
      await store.subjects.append({ subject, version: 0, rows, state: stateAt(4) });
      const seqs = async (before: number, limit: number) =>
        (await store.subjects.list(subject, { before, limit })).map(({ seq }) => seq);
      expect(await seqs(5, 2)).toEqual([4, 3]);
      expect(await seqs(3, 2)).toEqual([2, 1]);
      expect(await seqs(1, 2)).toEqual([]);
    });

    test('with the right id finds nothing under another brand', async () => {
      const subject = await store.subjects.subjectFor('shop', 'demo:maya');
      await store.subjects.append({ subject, version: 0, rows: [await sampleRow(1, 'key-1')], state: stateAt(1) });
      await store.holdings.add(subject, { customer: { name: 'Maya' }, records: [], events: [] });
      const stranger = { ...subject, brand: 'other' };
      expect(await store.subjects.load(stranger)).toBeNull();
      expect(await store.subjects.findByKey(stranger, 'key-1')).toBeNull();
      expect(await store.subjects.list(stranger, { before: 9, limit: 9 })).toEqual([]);
      expect(await store.subjects.receipt(stranger, 1)).toBeNull();
      expect(await store.holdings.read(stranger)).toBeNull();
      expect(
        await store.subjects.append({
          subject: stranger,
          version: 1,
          rows: [await sampleRow(2, null)],
          state: stateAt(2),
        }),
      ).toBe('moved');
      expect(await store.subjects.subjectFor('other', 'demo:maya')).not.toEqual(subject);
    });

    test('who asks for one identifier many times at once gets one subject', async () => {
      const subjects = await Promise.all(
        Array.from({ length: 8 }, () => store.subjects.subjectFor('shop', 'demo:noor')),
      );
      expect(new Set(subjects.map(({ id }) => id)).size).toBe(1);
      expect(await store.subjects.load({ brand: 'shop', id: subjects[0]?.id ?? '' })).not.toBeNull();
    });
  });
});
