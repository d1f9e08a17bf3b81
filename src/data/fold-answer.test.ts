import { expect, test } from 'vitest';
import type { Choices, ChoiceState } from '#contract/choices.ts';
import type { DecisionAnswer } from '#contract/decisions.ts';
import { askFor } from '#mocks/ask.ts';
import { scenarioNamed } from '#mocks/scenarios/all.ts';
import { createWorld, type World } from '#mocks/world.ts';
import { foldAnswer, leavesGap, newer } from './fold-answer.ts';

const brand = 'halden-row';
const choicesIn = (world: World): Promise<Choices> => askFor(world.handler, brand, 'GET', '/me/choices');
const decide = (world: World, items: readonly unknown[]): Promise<DecisionAnswer> =>
  askFor(world.handler, brand, 'POST', '/me/decisions', { items });

const timeless = ({ choices, seq }: Choices): { seq: number; choices: ChoiceState[] } => ({ seq, choices });

test.for(['default', 'gpc', 'everything-on', 'expired-grant'])(
  'in "%s", folding what was answered gives what asking again would give',
  async (name) => {
    const world = await createWorld(scenarioNamed(name));
    const before = await choicesIn(world);
    const seen = (choice: string) => ({
      seq: before.choices.find((one) => one.choice === choice)?.seq ?? 0,
      notice: before.notice.version,
    });
    const { entry } = await decide(world, [
      { choice: 'purchases.recommendations', value: 'off' },
      { choice: 'location.nearby', value: 'on', seen: seen('location.nearby') },
      { choice: 'purchases.ads', value: 'on', seen: seen('purchases.ads'), gpcAck: true },
      { choice: 'browsing.shortlist', value: 'on', seen: { seq: 999, notice: 1 } },
    ]);
    expect(leavesGap(before, entry)).toBe(false);
    expect(timeless(foldAnswer(before, entry))).toEqual(timeless(await choicesIn(world)));
  },
);

test('an answer that is already in the choices changes nothing, so that a number never goes back', async () => {
  const world = await createWorld(scenarioNamed('default'));
  const { entry } = await decide(world, [{ choice: 'purchases.offers', value: 'off' }]);
  const after = await choicesIn(world);
  expect(foldAnswer(after, entry)).toBe(after);
});

test('an answer that follows something else tells that there is something to ask for', async () => {
  const world = await createWorld(scenarioNamed('default'));
  const before = await choicesIn(world);
  await decide(world, [{ choice: 'purchases.offers', value: 'off' }]);
  const { entry } = await decide(world, [{ choice: 'account.news', value: 'off' }]);
  expect(leavesGap(before, entry)).toBe(true);
});

test('an answer that was overtaken on its way does not undo what came after it', async () => {
  const world = await createWorld(scenarioNamed('default'));
  const before = await choicesIn(world);
  await decide(world, [{ choice: 'purchases.offers', value: 'off' }]);
  const after = await choicesIn(world);
  expect(newer(after, before)).toBe(after);
  expect(newer(before, after)).toEqual(after);
});

test("another customer's choices take the place of the first's, however few they made", async () => {
  const world = await createWorld(scenarioNamed('default'));
  const maya = await choicesIn(world);
  await world.signIn('noor');
  const noor = await choicesIn(world);
  expect(noor.seq).toBeLessThan(maya.seq);
  expect(newer(maya, noor)).toEqual(noor);
});
