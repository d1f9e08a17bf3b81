import type { Choices } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { PublishedNotice } from '#contract/notice.ts';
import { everythingOff, type Shown } from '#rules/category-switch.ts';
import { askFor } from './ask.ts';
import type { World } from './world.ts';
import { isOptional } from '#rules/options.ts';

const surface = 'before the page opened';

/** Things the customer did before the page opened, each through the handler like everything they will do after. */
async function done(world: World, itemsOf: (notice: PublishedNotice, shown: Choices) => readonly DecisionItem[]) {
  const { brand } = world.scenario;
  const device = world.anotherDevice();
  const notice = await askFor<PublishedNotice>(device, brand, 'GET', '/notices/current');
  const shown = await askFor<Choices>(device, brand, 'GET', '/me/choices');
  await askFor(device, brand, 'POST', '/me/decisions', { items: itemsOf(notice, shown), surface });
}

const usesOf = ({ notice }: PublishedNotice) => notice.categories.flatMap((category) => category.uses);

const granted = ({ choices, notice }: Shown, choice: string): DecisionItem => ({
  choice,
  value: 'on',
  seen: { seq: choices.find((one) => one.choice === choice)?.seq ?? 0, notice: notice.version },
  confirmed: true,
});

/** The customer turned every optional use off. */
export const turnedEverythingOff = (world: World): Promise<void> =>
  done(world, (notice, shown) => everythingOff(usesOf(notice), shown).items);

/** The customer turned every optional use on, and confirmed each that needs more than a press. */
export const turnedEverythingOn = (world: World): Promise<void> =>
  done(world, (notice, shown) =>
    usesOf(notice)
      .filter(isOptional)
      .map((use) => granted(shown, use.id)),
  );

/** The customer turned these on. */
export const turnedOn =
  (...choices: readonly string[]) =>
  (world: World): Promise<void> =>
    done(world, (_, shown) => choices.map((choice) => granted(shown, choice)));

/** The customer turned one use on, until a moment that has passed when the page opens. */
export const grantRanOut =
  (choice: string) =>
  async (world: World): Promise<void> => {
    const day = 86_400_000;
    const until = new Date(Date.parse(world.scenario.now) + day).toISOString();
    await done(world, (_, shown) => [{ ...granted(shown, choice), until }]);
    world.advance(2 * day);
  };

/** Somebody who is not signed in turned these off in this browser. */
export const turnedOffHere =
  (...choices: readonly string[]) =>
  async (world: World): Promise<void> => {
    const { brand } = world.scenario;
    await askFor(world.thisBrowser, brand, 'POST', '/session', {});
    const items = choices.map((choice) => ({ choice, value: 'off' }));
    await askFor(world.thisBrowser, brand, 'POST', '/me/decisions', { items, surface });
  };

/** The customer had a category forgotten. */
export const forgot =
  (category: string) =>
  async (world: World): Promise<void> => {
    await askFor(world.anotherDevice(), world.scenario.brand, 'POST', '/me/forgettings', {
      scope: 'category',
      id: category,
    });
  };
