import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Append, Appended, Subject } from '#backend/subject-store.ts';
import { appendAtOnce } from '#server/store/append-at-once.ts';
import { appendGrouped } from '#server/store/append-grouped.ts';
import { commits } from '#server/store/commits.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { freshDatabase } from '#tests/fresh-database.ts';
import { now, sampleRow, stateAt } from './sample-rows.ts';

const firstWrite = async (subject: Subject, key: string): Promise<Append> => ({
  subject,
  version: 0,
  rows: [await sampleRow(1, key)],
  state: stateAt(1),
});

const write = (id: string) => firstWrite({ brand: 'shop', id }, `key-${id}`);

/** How each ended: its outcome, or "rejected". */
const settledAll = async (answers: readonly Promise<Appended>[]): Promise<string[]> =>
  (await Promise.allSettled(answers)).map((one) => (one.status === 'fulfilled' ? one.value : 'rejected'));

const turn = async (): Promise<void> => {
  await new Promise((later) => void setImmediate(later));
};

describe('writes that wait for a way to the database', () => {
  let groups: { ids: string[]; answer: (outcomes: readonly Appended[]) => void }[];
  let append: (write: Append) => Promise<Appended>;
  beforeEach(() => {
    groups = [];
    append = appendGrouped(
      (writes) =>
        new Promise((answer) => {
          groups.push({ ids: writes.map(({ subject }) => subject.id), answer });
        }),
    );
  });
  const ids = () => groups.map((group) => group.ids.join(' '));
  const answerNext = async (): Promise<void> => {
    const group = groups.shift();
    group?.answer(group.ids.map(() => 'stored'));
    // In one turn it is answered, at the end of which the next goes out.
    await turn();
    await turn();
  };

  test('do not wait for others where one is free', async () => {
    const one = append(await write('a'));
    await turn();
    expect(ids()).toEqual(['a']);
    const two = append(await write('b'));
    await turn();
    expect(ids()).toEqual(['a', 'b']);
    await answerNext();
    await answerNext();
    expect(await settledAll([one, two])).toEqual(['stored', 'stored']);
  });

  test('go out together where they come in one turn', async () => {
    const all = await Promise.all(['a', 'b', 'c'].map(write));
    const answers = all.map(append);
    await turn();
    expect(ids()).toEqual(['a b c']);
    await answerNext();
    expect(await settledAll(answers)).toEqual(Array(3).fill('stored'));
  });

  test('go out together once one is free, in the order they came', async () => {
    const all = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(write));
    const answers: Promise<Appended>[] = [];
    for (const one of all) {
      answers.push(append(one));
      await turn();
    }
    expect(ids()).toEqual(['a', 'b']);
    await answerNext();
    expect(ids()).toEqual(['b', 'c d e']);
    await answerNext();
    await answerNext();
    expect(await settledAll(answers)).toEqual(Array(5).fill('stored'));
  });

  test('are never two of one customer: the second goes out after the first was answered', async () => {
    const all = await Promise.all(['a', 'b', 'c', 'd', 'c', 'c'].map(write));
    const answers = all.map(append);
    await turn();
    const seen: string[] = [];
    while (groups.length > 0) {
      seen.push(...ids().slice(0, 1));
      await answerNext();
    }
    expect(seen).toEqual(['a b c d', 'c', 'c']);
    expect(await settledAll(answers)).toEqual(Array(6).fill('stored'));
  });

  test('make no group of more than 64', async () => {
    const all = await Promise.all(Array.from({ length: 140 }, (_, index) => write(`s${index}`)));
    const answers = all.map(append);
    await turn();
    const sizes: number[] = [];
    while (groups.length > 0) {
      sizes.push(groups[0]?.ids.length ?? 0);
      await answerNext();
    }
    expect(sizes).toEqual([64, 64, 12]);
    expect(await settledAll(answers)).toEqual(Array(140).fill('stored'));
  });
});

describe('a group on Postgres', () => {
  let url: string;
  let admin: pg.Client;
  let store: Store;
  let subjects: Subject[];
  let sizes: unknown[];
  const note = (size: unknown): void => void sizes.push(size);
  beforeEach(async () => {
    url = await freshDatabase();
    admin = new pg.Client({ connectionString: url });
    await admin.connect();
    store = await openStore(url, now);
    subjects = await Promise.all(Array.from({ length: 8 }, () => store.subjects.subjectFor('shop', null)));
    sizes = [];
    commits.subscribe(note);
  });
  afterEach(async () => {
    commits.unsubscribe(note);
    await store.close();
    await admin.end();
  });

  const firstWrites = (): Promise<Append[]> =>
    Promise.all(subjects.map((subject, index) => firstWrite(subject, `key-${index}`)));
  const appendAll = (writes: readonly Append[]) => settledAll(writes.map((one) => store.subjects.append(one)));
  const versions = () => Promise.all(subjects.map(async (one) => (await store.subjects.load(one))?.version));
  const written = async () => {
    const { rows } = await admin.query(
      'select (select count(*)::int from entry) as entries, (select count(*)::int from outbox) as told, ' +
        '(select count(*)::int from evidence) as backed',
    );
    return Object.values(rows[0] as Record<string, number>);
  };

  test('is one commit, and each write of it is whole', async () => {
    const writes = await firstWrites();
    expect(await appendAll(writes)).toEqual(Array(8).fill('stored'));
    expect(sizes).toEqual([8]);
    expect(await written()).toEqual([8, 8, 8]);
    for (const { subject, rows, state } of writes) {
      expect(await store.subjects.load(subject)).toEqual({ state, version: 1 });
      expect(await store.subjects.findByKey(subject, rows[0]?.key ?? '')).toEqual(rows[0]);
    }
  });

  test('stores the others of one that is moved, of which nothing is written', async () => {
    const together = appendAtOnce(store.database);
    const writes = await firstWrites();
    await admin.query('update subject set version = 5 where subject_id = $1', [subjects[3]?.id]);
    expect(await together(writes)).toEqual(writes.map((_, index) => (index === 3 ? 'moved' : 'stored')));
    expect(await versions()).toEqual([1, 1, 1, 5, 1, 1, 1, 1]);
    expect(await written()).toEqual([7, 7, 7]);
  });

  test('finds nobody under the brand of another', async () => {
    const writes = await firstWrites();
    const foreign = writes.map((one, index) => ({
      ...one,
      subject: index === 2 ? { ...one.subject, brand: 'other' } : one.subject,
    }));
    expect(await appendAll(foreign)).toEqual(writes.map((_, index) => (index === 2 ? 'moved' : 'stored')));
    expect(await written()).toEqual([7, 7, 7]);
  });

  test('stores the others of one whose key is taken, and of one that the database refuses', async () => {
    await admin.query("alter table outbox add constraint even check (created_at <> 'never')");
    const [before] = await firstWrites();
    expect(await appendAll([before as Append])).toEqual(['stored']);
    const taken = { ...before, version: 1, rows: [await sampleRow(2, 'new'), await sampleRow(3, 'key-0')] } as Append;
    const [, one, two, three, refused, ...others] = await firstWrites();
    const [row] = refused?.rows ?? [];
    const never = { ...refused, rows: [{ ...row, entry: { ...row?.entry, at: 'never' } }] } as Append;
    const all = [one, two, three, never, taken, ...others] as Append[];
    expect(await appendAll(all)).toEqual([
      'stored',
      'stored',
      'stored',
      'rejected',
      'key_taken',
      ...others.map(() => 'stored'),
    ]);
    expect(await versions()).toEqual([1, 1, 1, 1, 0, 1, 1, 1]);
    expect(await written()).toEqual([7, 7, 7]);
  });

  test('whose connection is cut rejects all of it, keeps nothing of it, and the same writes pass later', async () => {
    const writes = await firstWrites();
    await admin.query('begin');
    await admin.query('select 1 from subject where subject_id = $1 for update', [subjects[5]?.id]);
    const answers = appendAll(writes);
    const waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    await expect.poll(async () => (await admin.query(waiting)).rowCount, { timeout: 10_000 }).toBe(1);
    await admin.query(`select pg_terminate_backend(pid) from (${waiting}) as held`);
    expect(await answers).toEqual(Array<string>(8).fill('rejected'));
    await admin.query('commit');
    expect(await versions()).toEqual(Array(8).fill(0));
    expect(await written()).toEqual([0, 0, 0]);
    expect(await appendAll(writes)).toEqual(Array(8).fill('stored'));
    expect(await written()).toEqual([8, 8, 8]);
  });

  test('looks customers up by their key, also where the statement was planned while there were few', async () => {
    const scans = "select seq_scan::int from pg_stat_user_tables where relname = 'subject'";
    await store.close();
    await admin.query('vacuum analyze');
    const { rows: before } = await admin.query(scans);
    store = await openStore(url, now);
    for (let version = 0; version < 8; version += 1) {
      const writes = await Promise.all(
        subjects.map(async (subject, index) => ({
          ...(await firstWrite(subject, `key-${index}-${version}`)),
          version,
          rows: [await sampleRow(version + 1, `key-${index}-${version}`)],
        })),
      );
      expect(await appendAll(writes)).toEqual(Array(8).fill('stored'));
    }
    // What a connection counted is told at its end.
    await store.close();
    expect((await admin.query(scans)).rows).toEqual(before);
    store = await openStore(url, now);
  });
});
