import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Append, Subject } from '#backend/subject-store.ts';
import { appendTogether } from '#server/store/append-together.ts';
import { migrate } from '#server/store/migrations.ts';
import { subjectStore } from '#server/store/repository.ts';
import type { Database, Tables } from '#server/store/schema.ts';
import { sqliteDialect } from '#server/store/sqlite-dialect.ts';
import { now, sampleRow, stateAt } from './sample-rows.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeFolders);

let file: DatabaseSync;
let database: Database;
let statements: string[];
let subjects: Subject[];
let store: ReturnType<typeof subjectStore>;
beforeEach(async () => {
  file = new DatabaseSync(join(temporaryFolder(), 'some.db'));
  file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  statements = [];
  database = new Kysely<Tables>({
    dialect: sqliteDialect(file),
    log: ({ query }) => void statements.push(query.sql),
  });
  await migrate(database);
  store = subjectStore({ database, append: appendTogether(database) }, now);
  subjects = await Promise.all(['a', 'b', 'c', 'd'].map((name) => store.subjectFor('shop', name)));
  statements.length = 0;
});
afterEach(async () => {
  await database.destroy();
  file.close();
});

const count = (statement: string): number => statements.filter((one) => one === statement).length;

/** The first decision of each subject, under these keys. */
const firstWrites = (...keys: string[]): Promise<Append[]> =>
  Promise.all(
    keys.map(async (key, index) => ({
      subject: subjects[index] as Subject,
      version: 0,
      rows: [await sampleRow(1, key)],
      state: stateAt(1),
    })),
  );

const settledAll = async (writes: readonly Append[]): Promise<string[]> => {
  const answers = await Promise.allSettled(writes.map((write) => store.append(write)));
  return answers.map((one) => (one.status === 'fulfilled' ? one.value : `rejected: ${String(one.reason)}`));
};

/** Everything that is stored of the subjects, table by table. */
const stored = () =>
  ['entry', 'outbox', 'evidence'].map((table) => file.prepare(`select count(*) as n from ${table}`).get()?.['n']);

const versions = () => Promise.all(subjects.map(async (subject) => (await store.load(subject))?.version));

describe('writes of several customers that come together', () => {
  test('are committed together, and each is whole', async () => {
    expect(await settledAll(await firstWrites('k1', 'k2', 'k3', 'k4'))).toEqual(Array(4).fill('stored'));
    expect([count('begin'), count('commit')]).toEqual([1, 1]);
    expect(await versions()).toEqual([1, 1, 1, 1]);
    expect(stored()).toEqual([4, 4, 4]);
  });

  test('are not answered before the commit returned', async () => {
    const atAnswer: number[] = [];
    const writes = await firstWrites('k1', 'k2');
    await Promise.all(writes.map((write) => store.append(write).then(() => atAnswer.push(count('commit')))));
    expect(atAnswer).toEqual([1, 1]);
  });

  test('do not fail for one that is moved and one whose key is taken', async () => {
    const [first] = await firstWrites('k1');
    expect(await settledAll(first ? [first] : [])).toEqual(['stored']);
    const [moved, ...others] = await firstWrites('k5', 'k2', 'k3');
    const taken = { ...first, version: 1, rows: [await sampleRow(2, 'k6'), await sampleRow(3, 'k1')] } as Append;
    const group = [others[0], moved, taken, others[1]].filter((write) => write !== undefined);
    expect(await settledAll(group)).toEqual(['stored', 'moved', 'key_taken', 'stored']);
    expect(await versions()).toEqual([1, 1, 1, 0]);
    expect(stored()).toEqual([3, 3, 3]);
  });

  test('of one customer: the first is stored, and the others are told that it was', async () => {
    const [write] = await firstWrites('k1');
    const rivals = await Promise.all(
      ['k2', 'k3'].map(async (key) => ({ ...write, rows: [await sampleRow(1, key)] }) as Append),
    );
    expect(await settledAll([write as Append, ...rivals])).toEqual(['stored', 'moved', 'moved']);
    expect(stored()).toEqual([1, 1, 1]);
  });

  test('that come while others are committed are stored by the next commit', async () => {
    const [one, two] = await firstWrites('k1', 'k2');
    const first = store.append(one as Append);
    const second = first.then(() => store.append(two as Append));
    expect(await Promise.all([first, second])).toEqual(['stored', 'stored']);
    expect(count('commit')).toBe(2);
  });
});

describe('a failure among writes that come together', () => {
  test('of one of them alone is told to that one, and the others are stored', async () => {
    file.exec(
      "create trigger t before insert on outbox when new.topic = 'decided' and new.seq = 7 " +
        "begin select raise(abort, 'not this one'); end",
    );
    const [bad, good] = await firstWrites('k1', 'k2');
    const seventh = { ...bad, rows: [await sampleRow(7, 'k1')] } as Append;
    expect(await settledAll([seventh, good as Append])).toEqual(['rejected: Error: not this one', 'stored']);
    expect(await versions()).toEqual([0, 1, 0, 0]);
    expect(stored()).toEqual([1, 1, 1]);
  });

  test('that ends the whole transaction is told to all of them, with its reason, and nothing is stored', async () => {
    file.exec("create trigger t before insert on outbox when new.seq = 7 begin select raise(rollback, 'full'); end");
    const [before, bad, after] = await firstWrites('k1', 'k2', 'k3');
    const seventh = { ...bad, rows: [await sampleRow(7, 'k2')] } as Append;
    const answers = await settledAll([before as Append, seventh, after as Append]);
    expect(answers).toEqual(Array(3).fill('rejected: Error: full'));
    expect(await versions()).toEqual([0, 0, 0, 0]);
    expect(stored()).toEqual([0, 0, 0]);
  });

  test('of the commit is told to all of them, nothing is stored, and the same writes pass later', async () => {
    file.exec(
      'create table parent (id text primary key);' +
        'create table child (id text references parent (id) deferrable initially deferred);' +
        "create trigger t after insert on outbox begin insert into child values ('nobody'); end",
    );
    const writes = await firstWrites('k1', 'k2', 'k3', 'k4');
    const answers = await settledAll(writes);
    expect(answers).toEqual(Array(4).fill('rejected: Error: FOREIGN KEY constraint failed'));
    expect(count('commit')).toBe(1);
    expect(await versions()).toEqual([0, 0, 0, 0]);
    expect(stored()).toEqual([0, 0, 0]);
    file.exec('drop trigger t');
    expect(await settledAll(writes)).toEqual(Array(4).fill('stored'));
    expect(stored()).toEqual([4, 4, 4]);
  });
});
