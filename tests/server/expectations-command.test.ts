import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ExpectationAnswer } from '#contract/expectations.ts';
import { weekOf } from '#rules/expectations.ts';
import { openStore } from '#server/store/open-store.ts';
import { databaseWithTables } from '#tests/fresh-database.ts';
import { brand } from './http-client.ts';
import { runCommand, type CommandEnd } from './run-command.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

// Commands are processes of their own; the machine may have more to do.
vi.setConfig({ testTimeout: 60_000 });
afterAll(removeFolders);

const now = () => new Date().toISOString();
const weeksAgo = (weeks: number): string =>
  new Date(Date.parse(weekOf(now(), 'Europe/London').week) - weeks * 7 * 86_400_000).toISOString().slice(0, 10);

const open = weeksAgo(0);
const last = weeksAgo(1);
const earlier = weeksAgo(2);

describe.each([
  { name: 'SQLite', settings: async () => ({ dataDir: temporaryFolder() }) },
  { name: 'Postgres', settings: async () => ({ databaseUrl: await databaseWithTables() }) },
])('beside a server on $name, the command', ({ settings }) => {
  let server: TestServer;
  let run: (...words: string[]) => Promise<CommandEnd>;
  beforeEach(async () => {
    const given: { dataDir?: string; databaseUrl?: string } = await settings();
    const store = await openStore(given.databaseUrl ?? given.dataDir ?? '', now);
    let voters = 0;
    const vote = async (week: string, card: string, answer: ExpectationAnswer, count: number): Promise<void> => {
      for (let index = 0; index < count; index += 1) {
        voters += 1;
        await store.expectations.put(brand, week, {
          voter: `v${voters}`,
          card,
          answer,
          reason: `My own\n${card}: words`,
        });
      }
    };
    await store.expectations.openWeek(brand, earlier);
    await vote(earlier, 'purchases', 'expected', 20);
    await store.expectations.openWeek(brand, last);
    await vote(last, 'purchases', 'expected', 9);
    await vote(last, 'purchases', 'surprised', 14);
    await vote(last, 'browsing', 'expected', 10);
    await vote(last, 'browsing', 'not_ok', 9);
    await store.close();
    server = await startTestServer(given);
    const environment: Record<string, string> = given.databaseUrl
      ? { DATABASE_URL: given.databaseUrl }
      : { EVENHAND_DATA_DIR: server.dataDir };
    run = (...words) => runCommand('expectations', words, environment);
  });
  afterEach(() => server.stop());

  test('tells of the last closed week, by card, rounded down to tens, and of no card with fewer than 20', async () => {
    const { code, stdout, stderr } = await run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [title, ...lines] = stdout.trim().split('\n');
    expect(title).toContain(`week of ${last}.`);
    expect(lines).toContain('purchases: expected 0, surprised 10, not OK 0');
    // 19 answers and none are told alike.
    expect(lines).toContain('browsing: withheld');
    expect(lines).toContain('sizes: withheld');
    expect(lines.filter((line) => !line.startsWith(' ') && !line.endsWith(': withheld'))).toHaveLength(1);
    // What 23 said of one card, each on a line of its own under it; what 19 said of another is gone.
    const at = lines.indexOf('purchases: expected 0, surprised 10, not OK 0');
    expect(lines.slice(at + 1, at + 24)).toEqual(Array.from({ length: 23 }, () => '  “My own purchases: words”'));
    expect(lines.filter((line) => line.startsWith(' '))).toHaveLength(23);
    expect(await run('--week', last, '--brand', brand)).toEqual({ code: 0, stdout, stderr: '' });
    expect((await run('--week', earlier)).stdout).toContain('purchases: expected 20, surprised 0, not OK 0');
  });

  test('tells nothing of a week that is open, and says when it closes', async () => {
    const { code, stdout, stderr } = await run('--week', open);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^The week of ${open} is not closed at .+ closes at \\d{4}-.+before it closes`));
  });

  test.each([
    [['--week', '2026-11-17'], '2026-11-17 is not the Monday of a week. Write one, such as '],
    [['--week', 'monday'], 'monday is not the Monday of a week. Write one, such as '],
    [['--brand', 'nobody'], `There is no brand nobody here. Name one of: ${brand}.`],
    [['--card', 'purchases'], 'Write npm run expectations, or npm run expectations -- --week 2026-11-16 --brand'],
  ])('says what to write where it is told %j', async (words, said) => {
    const { code, stdout, stderr } = await run(...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(said);
  });
});

test('the server closes a week that is over by itself, also where nobody answers', async () => {
  const dataDir = temporaryFolder();
  const store = await openStore(dataDir, now);
  await store.expectations.openWeek(brand, last);
  const server = await startTestServer({ dataDir });
  try {
    const weeks = await store.database.selectFrom('expectation_week').select(['brand_id', 'week']).execute();
    expect(weeks).toEqual([{ brand_id: brand, week: open }]);
  } finally {
    await store.close();
    await server.stop();
  }
});

test('a week closes on the minute while the server runs', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const server = await startTestServer();
  const store = await openStore(server.dataDir, now);
  try {
    const opened = async () => (await store.database.selectFrom('expectation_week').select('week').execute())[0]?.week;
    expect(await opened()).toBe(open);
    vi.setSystemTime(Date.now() + 7 * 86_400_000);
    await vi.advanceTimersByTimeAsync(60_000);
    await expect.poll(opened).toBe(weeksAgo(0));
    expect(weeksAgo(0)).not.toBe(open);
  } finally {
    vi.useRealTimers();
    await store.close();
    await server.stop();
  }
});
