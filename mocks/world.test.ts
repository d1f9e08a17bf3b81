import { describe, expect, test } from 'vitest';
import type { Capabilities } from '#contract/capabilities.ts';
import type { Choices } from '#contract/choices.ts';
import type { Overview } from '#contract/overview.ts';
import { askFor } from './ask.ts';
import { everyAbility } from './faults/server.ts';
import { scenarioNamed, scenarios } from './scenarios/all.ts';
import { createWorld, type World } from './world.ts';

const choicesIn = async (world: World): Promise<Choices> => askFor(world.handler, 'halden-row', 'GET', '/me/choices');

const why = (choices: Choices, choice: string): string | undefined => {
  const found = choices.choices.find((one) => one.choice === choice);
  return found && `${found.effective}, ${found.why}`;
};

test('every scenario has a name of its own and one sentence', () => {
  expect(new Set(scenarios.map((one) => one.name)).size).toBe(scenarios.length);
  expect(scenarios.filter(({ says }) => !/^[A-Z].*[.]$/.test(says))).toEqual([]);
});

test.for(scenarios.map((one) => [one.name] as const))('the world of "%s" can be built', async ([name]) => {
  const world = await createWorld(scenarioNamed(name));
  expect(world.scenario.name).toBe(name);
});

test('a customer who turned everything off has nothing on', async () => {
  const { choices } = await choicesIn(await createWorld(scenarioNamed('everything-off')));
  expect(choices.filter((one) => one.effective !== 'off')).toEqual([]);
});

test('a customer who turned everything on has nothing off', async () => {
  const { choices } = await choicesIn(await createWorld(scenarioNamed('everything-on')));
  expect(choices.filter((one) => one.effective === 'off')).toEqual([]);
});

test('the browser signal turns off what was allowed before, and the record says so', async () => {
  const choices = await choicesIn(await createWorld(scenarioNamed('gpc')));
  expect(choices.signal.gpc).toBe(true);
  expect(why(choices, 'purchases.ads')).toBe('off, gpc');
});

test('a grant that ran out, and one that a wider notice suspends, are off for that reason', async () => {
  const expired = await choicesIn(await createWorld(scenarioNamed('expired-grant')));
  expect(why(expired, 'browsing.shortlist')).toBe('off, expired');
  const suspended = await choicesIn(await createWorld(scenarioNamed('notice-material')));
  expect(why(suspended, 'purchases.recommendations')).toBe('off, notice_changed');
});

test('the quicker device moves the choice, so that a grant is stale and a withdrawal is marked as raced', async () => {
  const world = await createWorld(scenarioNamed('conflict'));
  const { notice, choices } = await choicesIn(world);
  const seen = { seq: choices.find((one) => one.choice === 'location.nearby')?.seq ?? 0, notice: notice.version };
  const items = [{ choice: 'location.nearby', value: 'on', seen }];
  await expect(askFor(world.handler, 'halden-row', 'POST', '/me/decisions', { items })).rejects.toThrow('412');
  const raced = await createWorld(scenarioNamed('raced'));
  const off = { items: [{ ...items[0], value: 'off' }] };
  expect(await askFor(raced.handler, 'halden-row', 'POST', '/me/decisions', off)).toMatchObject({
    entry: { raced: true },
  });
});

test('a lost answer was stored all the same', async () => {
  const world = await createWorld(scenarioNamed('lost-answer'));
  const before = await choicesIn(world);
  const items = [{ choice: 'purchases.recommendations', value: 'off' }];
  await expect(askFor(world.handler, 'halden-row', 'POST', '/me/decisions', { items })).rejects.toThrow('answered 0');
  expect((await choicesIn(world)).seq).toBe(before.seq + 1);
});

test('who is signed out is sent to a customer who is signed in', async () => {
  const world = await createWorld(scenarioNamed('visitor'));
  const { brand } = await askFor<Capabilities>(world.handler, 'halden-row', 'GET', '/capabilities');
  expect(brand.signInUrl).toBe('/?brand=halden-row&persona=maya');
});

test('an unknown scenario is refused with the names there are', () => {
  expect(() => scenarioNamed('defualt')).toThrow(/There is no scenario "defualt". There are: default, /);
});

describe('what the screens behind the overview read', () => {
  const reads = [
    '/me/holdings',
    '/me/records',
    '/me/inferences',
    '/me/activity',
    '/me/benefits',
    '/me/preview?about=purchases',
    '/me/profile',
    '/me/safety',
    '/me/expectations',
  ];
  const readIn = async (scenario: string): Promise<readonly string[]> => {
    const { handler } = await createWorld(scenarioNamed(scenario));
    const answer = (path: string) =>
      askFor(handler, 'halden-row', 'GET', path).then(
        () => 'answered',
        (error: unknown) => /answered (\d+)/.exec(String(error))?.[1] ?? String(error),
      );
    return Promise.all(reads.map(answer));
  };
  const all = (what: string) => reads.map(() => what);

  test('is answered for a customer of years, for one of this week, and after a forgetting', async () => {
    expect(await readIn('default')).toEqual(all('answered'));
    expect(await readIn('new-customer')).toEqual(all('answered'));
    expect(await readIn('forgotten-purchases')).toEqual(all('answered'));
  });

  test('fails as a whole, and is not there where the backend can do no more than it must', async () => {
    expect(await readIn('panels-fail')).toEqual(all('500'));
    expect(await readIn('minimal-capabilities')).toEqual(all('404'));
  });

  test('tells of forgotten purchases that the law keeps them, and that nothing came of them any more', async () => {
    const { handler } = await createWorld(scenarioNamed('forgotten-purchases'));
    const { categories } = await askFor<Overview>(handler, 'halden-row', 'GET', '/me/overview');
    const purchases = categories.find(({ category }) => category === 'purchases');
    expect(purchases?.forgotten?.kept).toBeGreaterThan(0);
    expect(purchases?.got.filter(({ amount }) => amount > 0)).toEqual([]);
  });
});

const ablesIn = async (scenario: string): Promise<readonly string[]> => {
  const { handler } = await createWorld(scenarioNamed(scenario));
  const told = await askFor<Capabilities>(handler, 'halden-row', 'GET', '/capabilities');
  return everyAbility.filter((ability) => Boolean(told[ability]));
};

test('every ability that a backend can leave out is there by default, and none in the least backend', async () => {
  expect(await ablesIn('default')).toEqual(everyAbility);
  expect(await ablesIn('minimal-capabilities')).toEqual([]);
});
