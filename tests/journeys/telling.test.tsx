import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Expectations } from '#contract/expectations.ts';
import type { Profile } from '#contract/profile.ts';
import { askFor } from '#mocks/ask.ts';
import { on } from '#mocks/fault.ts';
import { answers } from '#mocks/faults/server.ts';
import { scenarioNamed } from '#mocks/scenarios/all.ts';
import { createWorld, type World } from '#mocks/world.ts';
import { renderApp } from '#tests/render-app.tsx';

/** What is stored as the answer to a question, as another device of the same customer reads it. */
async function storedOf(world: World, id: string): Promise<unknown> {
  const { questions } = await askFor<Profile>(world.anotherDevice(), world.scenario.brand, 'GET', '/me/profile');
  return questions.find((one) => one.id === id)?.answer?.value ?? null;
}

const theQuestion = async (name: string) => within(await screen.findByRole('form', { name }));
const never = 'What is never right for you?';
const size = 'Which shoe size do you wear?';

test('I answer a question, change my answer, and take it back', async () => {
  const { user, world } = await renderApp({ path: '/yourself' });
  const question = await theQuestion(size);
  expect(question.queryByText(/You gave it on/)).not.toBeInTheDocument();
  await user.selectOptions(question.getByRole('combobox'), '39');
  await user.click(question.getByRole('button', { name: 'Save answer' }));
  expect(await question.findByText('Saved')).toBeVisible();
  expect(await question.findByText(/You gave it on 22 November 2026\. Until 22 November 2028/)).toBeVisible();
  expect(await storedOf(world, 'shoe_size')).toBe('39');

  await user.selectOptions(question.getByRole('combobox'), '40');
  await user.click(question.getByRole('button', { name: 'Save answer' }));
  await waitFor(async () => expect(await storedOf(world, 'shoe_size')).toBe('40'));

  await user.click(question.getByRole('button', { name: 'Take it back' }));
  expect(await question.findByText('Taken back')).toBeVisible();
  await waitFor(() => expect(question.queryByText(/You gave it on/)).not.toBeInTheDocument());
  expect(question.getByRole('combobox')).toHaveValue('');
  expect(await storedOf(world, 'shoe_size')).toBeNull();
});

test('to save nothing is not to answer: it says what to do, and sends nothing', async () => {
  const { user, world } = await renderApp({ path: '/yourself' });
  const question = await theQuestion(size);
  await user.click(question.getByRole('button', { name: 'Save answer' }));
  expect(question.getByRole('alert')).toHaveTextContent('Give an answer first.');
  expect(question.getByRole('combobox')).toBeInvalid();
  expect(question.getByRole('status')).toBeEmptyDOMElement();
  expect(await storedOf(world, 'shoe_size')).toBeNull();
});

test('offline my answer waits and says so, and is saved when I am back', async () => {
  const { user, world } = await renderApp({ path: '/yourself' });
  const question = await theQuestion(size);
  world.connection.set(false);
  await user.selectOptions(question.getByRole('combobox'), '38');
  await user.click(question.getByRole('button', { name: 'Save answer' }));
  expect(await question.findByText(/You are offline\. Nothing is saved yet/)).toBeVisible();
  expect(question.queryByText('Saved')).not.toBeInTheDocument();
  world.connection.set(true);
  expect(await question.findByText('Saved', {}, { timeout: 5000 })).toBeVisible();
  expect(await storedOf(world, 'shoe_size')).toBe('38');
});

test('offline I can call my answer back: nothing is sent', async () => {
  const { user, world } = await renderApp({ path: '/yourself' });
  const question = await theQuestion(size);
  world.connection.set(false);
  await user.selectOptions(question.getByRole('combobox'), '38');
  await user.click(question.getByRole('button', { name: 'Save answer' }));
  await user.click(await question.findByRole('button', { name: 'Do not send it' }));
  await waitFor(() => expect(question.getByRole('status')).toBeEmptyDOMElement());
  expect(screen.getByRole('heading', { name: size })).toHaveFocus();
  world.connection.set(true);
  expect(await storedOf(world, 'shoe_size')).toBeNull();
});

test('what I wrote stays where it was when it could not be saved, and why is said in plain words', async () => {
  const world = await createWorld({
    ...scenarioNamed('default'),
    faults: [on(['answerQuestion'], answers('forbidden', 'Not today.'))],
  });
  const { user } = await renderApp({ world, path: '/yourself' });
  const question = await theQuestion(never);
  const before = await storedOf(world, 'never');
  await user.clear(question.getByRole('textbox'));
  await user.type(question.getByRole('textbox'), 'Nothing with feathers');
  await user.click(question.getByRole('button', { name: 'Save answer' }));
  expect(await question.findByText(/We are not allowed to change this\. Nothing was changed\./)).toBeVisible();
  expect(question.queryByText(/Not today/)).not.toBeInTheDocument();
  expect(question.getByRole('textbox')).toHaveValue('Nothing with feathers');
  expect(await storedOf(world, 'never')).toEqual(before);
  await user.click(question.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(question.getByRole('status')).toBeEmptyDOMElement());
  expect(question.getByRole('textbox')).toHaveValue('Nothing with feathers');
});

test('what I answered before my session ended is not sent for whoever signs in next', async () => {
  const { user, world } = await renderApp({ path: '/yourself' });
  const question = await theQuestion(size);
  world.connection.set(false);
  await user.selectOptions(question.getByRole('combobox'), '38');
  await user.click(question.getByRole('button', { name: 'Save answer' }));
  await question.findByText(/You are offline/);
  await world.signIn('noor');
  world.connection.set(true);
  expect(await screen.findByText('0 of 6 questions')).toBeVisible();
  await waitFor(async () => {
    const theirs = await theQuestion(size);
    expect(theirs.getByRole('status')).toBeEmptyDOMElement();
    expect(theirs.getByRole('combobox')).toHaveValue('');
  });
  expect(await storedOf(world, 'shoe_size')).toBeNull();
  // It waits for me, and for nobody else.
  await world.signIn('maya');
  window.dispatchEvent(new Event('online'));
  await waitFor(async () => expect(await storedOf(world, 'shoe_size')).toBe('38'), { timeout: 5000 });
});

test('a use that is off does not use my answer: the question says so and leads to its switch', async () => {
  const { user } = await renderApp({ path: '/yourself', scenario: 'everything-off' });
  const question = await theQuestion('Which rooms are you furnishing?');
  expect(question.getByText('Kept, not used: this use is off.')).toBeVisible();
  await user.click(question.getByRole('link', { name: 'Choose by your answers' }));
  expect(await screen.findByRole('switch', { name: 'Choose by your answers' })).not.toBeChecked();
});

test('a backend that asks nothing has no such page, and no way to it', async () => {
  await renderApp({ path: '/yourself', scenario: 'minimal-capabilities' });
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/not/i);
  expect(screen.queryByRole('link', { name: 'Tell us yourself' })).not.toBeInTheDocument();
});

test('I say that a card surprised me, why, and change my mind', async () => {
  const { user, world } = await renderApp({ path: '/data/purchases' });
  const said = async () => {
    const { answers: all } = await askFor<Expectations>(world.anotherDevice(), 'halden-row', 'GET', '/me/expectations');
    return all;
  };
  const group = within(await screen.findByRole('group', { name: 'Did you expect this?' }));
  expect(group.queryByRole('textbox')).not.toBeInTheDocument();
  await user.click(group.getByRole('button', { name: 'I’m surprised' }));
  expect(await group.findByText('Saved')).toBeVisible();
  expect(group.getByRole('button', { name: 'I’m surprised' })).toHaveAttribute('aria-pressed', 'true');
  expect(group.getByText(/until 23 November 2026/)).toBeVisible();
  await user.type(group.getByRole('textbox'), 'So many orders');
  await user.click(group.getByRole('button', { name: 'Save your words' }));
  await waitFor(async () =>
    expect(await said()).toEqual([{ card: 'purchases', answer: 'surprised', reason: 'So many orders' }]),
  );
  await user.click(group.getByRole('button', { name: 'I expected this' }));
  await waitFor(async () => expect((await said())[0]).toMatchObject({ card: 'purchases', answer: 'expected' }));
  expect(group.getByRole('button', { name: 'I’m surprised' })).toHaveAttribute('aria-pressed', 'false');
});

test('a backend that does not ask whether a card was expected shows no trace of it', async () => {
  await renderApp({ path: '/data/purchases', scenario: 'minimal-capabilities' });
  expect(await screen.findByRole('region', { name: 'Purchases' })).toBeVisible();
  expect(screen.queryByText('Did you expect this?')).not.toBeInTheDocument();
});

test('what a page could not send before I closed it is sent from whatever page I open next', async () => {
  const { user, world, close } = await renderApp({ path: '/yourself' });
  const question = await theQuestion(size);
  world.connection.set(false);
  await user.selectOptions(question.getByRole('combobox'), '41');
  await user.click(question.getByRole('button', { name: 'Save answer' }));
  await question.findByText(/You are offline/);
  close();
  world.connection.set(true);
  await renderApp({ world, path: '/' });
  await waitFor(async () => expect(await storedOf(world, 'shoe_size')).toBe('41'), { timeout: 5000 });
});
