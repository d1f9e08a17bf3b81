import { screen, within } from '@testing-library/react';
import type { Choices } from '#contract/choices.ts';
import type { DecisionPage } from '#contract/decisions.ts';
import { askFor } from '#mocks/ask.ts';
import type { World } from '#mocks/world.ts';

/** A switch by what "on" means: that of a use, or of a whole category. */
export const theSwitch = (name: string): Promise<HTMLElement> => screen.findByRole('switch', { name });

/** The row of a category. */
export const theRow = async (category: string) => within(await screen.findByRole('article', { name: category }));

/** The open card of a category. */
export const theCard = async (category: string) => within(await screen.findByRole('region', { name: category }));

export const theButton = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('button', { name });

export const theTitle = (): Promise<HTMLElement> => screen.findByRole('heading', { level: 1 });

/** What is on record, as another device of the same customer reads it. */
export async function onRecord(world: World, choice: string): Promise<string | undefined> {
  const { choices } = await askFor<Choices>(world.anotherDevice(), world.scenario.brand, 'GET', '/me/choices');
  return choices.find((one) => one.choice === choice)?.effective;
}

/** How many decisions are on record. */
export async function decisionsOf(world: World): Promise<number> {
  const page = await askFor<DecisionPage>(world.anotherDevice(), world.scenario.brand, 'GET', '/me/decisions?limit=1');
  return page.entries[0]?.seq ?? 0;
}

/** The same customer decides on another device. */
export async function decideElsewhere(world: World, choice: string, value: 'on' | 'off'): Promise<void> {
  const device = world.anotherDevice();
  const { brand } = world.scenario;
  const { choices, notice } = await askFor<Choices>(device, brand, 'GET', '/me/choices');
  const seen = { seq: choices.find((one) => one.choice === choice)?.seq ?? 0, notice: notice.version };
  await askFor(device, brand, 'POST', '/me/decisions', { items: [{ choice, value, seen }] });
}
