import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noChange } from '#backend/held/holdings-change.ts';
import type { HoldingsChange } from '#backend/holdings-store.ts';
import type { Subject } from '#backend/subject-store.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { databaseWithTables } from '#tests/fresh-database.ts';
import { sampleDeed, sampleForgotten, sampleHoldings, sampleRecord } from './sample-holdings.ts';
import { now } from './sample-rows.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeFolders);

const engines = [
  // SQLite has one server, which does many things at once.
  { name: 'SQLite', newPlace: async () => temporaryFolder(), servers: 1 },
  { name: 'Postgres', newPlace: databaseWithTables, servers: 2 },
];

const answer = (key: string) => sampleDeed(key, { kind: 'answer' });

describe.each(engines)('what is held, on $name,', ({ newPlace, servers }) => {
  let place: string;
  let store: Store;
  let other: Store;
  let subject: Subject;
  /** Those that may write at the same moment. */
  let atOnce: readonly Store[];
  /** Two servers on one database, and a customer. */
  beforeEach(async () => {
    place = await newPlace();
    store = await openStore(place, now);
    other = await openStore(place, now);
    atOnce = [store, other].slice(0, servers);
    subject = await store.subjects.subjectFor('shop', 'demo:maya');
    await store.holdings.add(subject, sampleHoldings);
  });
  afterEach(async () => {
    await store.close();
    await other.close();
  });

  const change = (more: Partial<HoldingsChange>): HoldingsChange => ({
    ...noChange,
    subject,
    revision: 1,
    deed: null,
    ...more,
  });

  /** What the tables say, read by somebody who remembers nothing. */
  const fromTables = async () => {
    const reader = await openStore(place, now);
    const held = await reader.holdings.read(subject);
    await reader.close();
    return held;
  };

  test('is read as it was put down: nothing, forgotten and empty are three things', async () => {
    expect(await other.holdings.read(subject)).toEqual({ revision: 1, holdings: sampleHoldings });
    const second = await store.subjects.subjectFor('shop', null);
    expect(await store.holdings.read(second)).toBeNull();
    const little = { customer: { name: '' }, records: [], events: [] };
    await store.holdings.add(second, little);
    // Nobody said which incidents they were in, which is not the same as in none.
    expect(await other.holdings.read(second)).toEqual({ revision: 1, holdings: { ...little, forgotten: [] } });
    const third = await store.subjects.subjectFor('shop', null);
    await store.holdings.add(third, { ...little, incidents: [] });
    expect((await other.holdings.read(third))?.holdings.incidents).toEqual([]);
  });

  test('of a thousand records and events is put down once, whoever else does the same', async () => {
    const records = Array.from({ length: 1_100 }, (_, index) => sampleRecord(`r${String(index).padStart(4, '0')}`));
    const events = records.map(({ id, at }) => ({ id, use: 'a.b', at, data: { n: 1 } }));
    const someone = await store.subjects.subjectFor('shop', null);
    const holdings = { customer: { name: 'Noor' }, records, events, forgotten: [], incidents: [] };
    await Promise.all([...atOnce, ...atOnce].map((one) => one.holdings.add(someone, holdings)));
    expect(await store.holdings.read(someone)).toEqual({ revision: 1, holdings });
    const ids = records.map(({ id }) => id);
    const gone = change({ subject: someone, remove: ids, forgetEvents: ids, deed: sampleDeed('all') });
    expect(await other.holdings.change(gone)).toBe('stored');
    const left = (await store.holdings.read(someone))?.holdings;
    expect(left?.records).toEqual([]);
    expect(left?.events.map(({ data }) => data)).toEqual(events.map(() => null));
  });

  test('changes whole, with its deed, and is read so at once by every server and after a new start', async () => {
    await other.holdings.read(subject);
    const kept = sampleRecord('r2', { keptFor: ['purchases.accounts'], data: {} });
    const before = sampleRecord('r9', { at: '2026-01-01T00:00:00.000Z' });
    const deed = sampleDeed('key-1', { answer: '{"ids":["r1"],"words":"“none”"}' });
    const outcome = await store.holdings.change(
      change({
        put: [kept, before],
        remove: ['r1', 'r4', 'unknown'],
        forgetEvents: ['e1', 'e2'],
        forgotten: [sampleForgotten('browsing', 9), sampleForgotten('purchases')],
        deed,
      }),
    );
    expect(outcome).toBe('stored');
    const [, , third] = sampleHoldings.records;
    const [first, second, ...events] = sampleHoldings.events;
    const expected = {
      revision: 2,
      holdings: {
        ...sampleHoldings,
        records: [before, kept, third],
        events: [{ ...first, data: null }, { ...second, data: null }, ...events],
        forgotten: [sampleForgotten('browsing', 9), sampleForgotten('purchases')],
      },
    };
    expect(await store.holdings.read(subject)).toEqual(expected);
    expect(await other.holdings.read(subject)).toEqual(expected);
    expect(await fromTables()).toEqual(expected);
    expect(await other.holdings.findDeed(subject, 'key-1')).toEqual(deed);
    expect(await other.holdings.findDeed(subject, 'key-2')).toBeNull();
  });

  test('leaves no digest of what was asked before a thing was taken away: of this customer, and of no other', async () => {
    const noor = await store.subjects.subjectFor('shop', 'demo:noor');
    await store.holdings.add(noor, sampleHoldings);
    await store.holdings.change({ ...change({ deed: answer('hers') }), subject: noor });
    await store.holdings.change(change({ deed: answer('first') }));
    await store.holdings.change(change({ revision: 2, deed: answer('second') }));
    // What is not written erases nothing.
    expect(await store.holdings.change(change({ revision: 2, deed: sampleDeed('late') }))).toBe('moved');
    expect(await store.holdings.change(change({ revision: 3, remove: ['r1'], deed: answer('first') }))).toBe(
      'key_taken',
    );
    expect(await other.holdings.findDeed(subject, 'first')).toEqual(answer('first'));
    expect(await store.holdings.change(change({ revision: 3, deed: sampleDeed('forgets') }))).toBe('stored');
    const erased = { command: null };
    expect(await other.holdings.findDeed(subject, 'first')).toEqual({ ...answer('first'), ...erased });
    expect(await other.holdings.findDeed(subject, 'second')).toEqual({ ...answer('second'), ...erased });
    expect(await other.holdings.findDeed(subject, 'forgets')).toEqual(sampleDeed('forgets'));
    expect(await other.holdings.findDeed(noor, 'hers')).toEqual(answer('hers'));
  });

  test('that is remembered from change to change is what the tables say', async () => {
    await store.holdings.read(subject);
    for (let revision = 1; revision <= 6; revision += 1) {
      const at = `2026-0${7 - revision}-01T00:00:00.000Z`;
      const put = [
        sampleRecord(`n${revision}`, { at }),
        sampleRecord('r1', { at, label: `Written ${revision} times` }),
      ];
      const remove = revision % 2 === 0 ? [`n${revision - 1}`] : [];
      expect(await store.holdings.change(change({ revision, put, remove }))).toBe('stored');
      expect(await store.holdings.read(subject)).toEqual(await fromTables());
    }
  });

  test('does not change where it has moved on: nothing is written, not even the deed', async () => {
    expect(await other.holdings.change(change({ put: [sampleRecord('r5')] }))).toBe('stored');
    const late = change({ remove: ['r1'], forgotten: [sampleForgotten('purchases')], deed: sampleDeed('key-1') });
    const before = await fromTables();
    expect(await store.holdings.change(late)).toBe('moved');
    expect(await fromTables()).toEqual(before);
    expect(await store.holdings.findDeed(subject, 'key-1')).toBeNull();
  });

  test('does not change under a key that is taken: nothing is written', async () => {
    const first = sampleDeed('key-1');
    expect(await store.holdings.change(change({ remove: ['r1'], deed: first }))).toBe('stored');
    const again = change({ revision: 2, remove: ['r2', 'r3'], deed: sampleDeed('key-1', { answer: 'other' }) });
    expect(await other.holdings.change(again)).toBe('key_taken');
    expect((await fromTables())?.revision).toBe(2);
    expect((await fromTables())?.holdings.records.map(({ id }) => id)).toEqual(['r2', 'r3', 'r4']);
    expect(await other.holdings.findDeed(subject, 'key-1')).toEqual(first);
    // Of another customer the same key is another one.
    const noor = await store.subjects.subjectFor('shop', 'demo:noor');
    await store.holdings.add(noor, sampleHoldings);
    expect(await store.holdings.change(change({ subject: noor, deed: sampleDeed('key-1') }))).toBe('stored');
  });

  test.each([
    ['under one key', () => 'key-1'],
    ['under a key each', (index: number) => `key-${index}`],
  ])('changes once where many ask at once, %s', async (_how, keyOf) => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => {
        const server = atOnce[index % servers] ?? store;
        const put = [sampleRecord('answer.rooms', { label: `Answer ${index}` })];
        return server.holdings.change(change({ put, deed: sampleDeed(keyOf(index), { answer: `${index}` }) }));
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    const winner = outcomes.indexOf('stored');
    const held = await fromTables();
    expect(held?.revision).toBe(2);
    expect(held?.holdings.records.find(({ id }) => id === 'answer.rooms')?.label).toBe(`Answer ${winner}`);
    const deeds = await store.database.selectFrom('deed').select('answer').execute();
    expect(deeds).toEqual([{ answer: `${winner}` }]);
  });

  test('is nobody’s under another brand: not to be read, changed, or found by a key', async () => {
    await store.holdings.change(change({ deed: sampleDeed('key-1') }));
    const stranger = { ...subject, brand: 'other' };
    expect(await store.holdings.read(stranger)).toBeNull();
    expect(await store.holdings.findDeed(stranger, 'key-1')).toBeNull();
    const theft = change({ subject: stranger, revision: 2, remove: ['r1'], deed: sampleDeed('key-2') });
    expect(await store.holdings.change(theft)).toBe('moved');
    expect((await fromTables())?.holdings.records).toHaveLength(4);
  });
});
