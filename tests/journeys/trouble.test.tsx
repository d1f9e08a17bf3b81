import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { decisionsOf, onRecord, theButton, theCard, theRow, theSwitch, theTitle } from './page-parts.ts';

const picks = 'Pick things for you';
const recommendations = 'purchases.recommendations';

test('nothing can be saved: it says so, never the opposite, and offers to try now', async () => {
  const { user, world } = await renderApp({ scenario: 'failing-writes', path: '/data/purchases' });
  await user.click(await theSwitch(picks));
  const card = await theCard('Purchases');
  expect(await card.findByText(/We could not confirm this|not saved yet/)).toBeVisible();
  expect(card.queryByText('Saved')).not.toBeInTheDocument();
  expect(card.getByRole('button', { name: 'Try now' })).toBeEnabled();
  expect(await onRecord(world, recommendations)).toBe('on');
});

test('the answer is lost: it is found again under the same key, and stored once', async () => {
  const { user, world } = await renderApp({ scenario: 'lost-answer', path: '/data/purchases' });
  const before = await decisionsOf(world);
  await user.click(await theSwitch(picks));
  expect(await (await theCard('Purchases')).findByText('Saved')).toBeVisible();
  expect((await decisionsOf(world)) - before).toBe(1);
});

test('another device is quicker and I turn it on all the same', async () => {
  const { user, world } = await renderApp({ scenario: 'conflict', path: '/data/location' });
  await user.click(await theSwitch('Show stock in your nearest shop'));
  expect(
    await screen.findByText(
      /^This changed on another device on 22 November 2026.*: now off\. You were turning it on\.$/,
    ),
  ).toBeVisible();
  expect(await onRecord(world, 'location.nearby')).toBe('off');
  await user.click(await theButton('Turn on'));
  expect(await (await theCard('Location')).findByText('Saved')).toBeVisible();
  expect(await onRecord(world, 'location.nearby')).toBe('on');
});

test('another device is quicker and I keep it off: the question goes away and nothing is sent', async () => {
  const { user, world } = await renderApp({ scenario: 'conflict', path: '/data/location' });
  await user.click(await theSwitch('Show stock in your nearest shop'));
  const keep = await theButton('Keep off');
  const before = await decisionsOf(world);
  await user.click(keep);
  await waitFor(() => expect(screen.queryByText(/This changed on another device/)).not.toBeInTheDocument());
  expect(await theSwitch('Show stock in your nearest shop')).not.toBeChecked();
  expect(await decisionsOf(world)).toBe(before);
});

test('another device turns it on just before I turn it off: off holds', async () => {
  const { user, world } = await renderApp({ scenario: 'raced', path: '/data/purchases' });
  await user.click(await theSwitch(picks));
  expect(await (await theCard('Purchases')).findByText('Saved')).toBeVisible();
  expect(await onRecord(world, recommendations)).toBe('off');
});

test('my session is over when I press: it says so, and is saved when I am back', async () => {
  const { user, world } = await renderApp({ scenario: 'session-ended', path: '/data/purchases' });
  await user.click(await theSwitch(picks));
  const card = await theCard('Purchases');
  expect(await card.findByText(/Your session ended\. It is off in this browser/)).toBeVisible();
  expect(card.queryByText('Saved')).not.toBeInTheDocument();
  // Nor does anything else on the page say that I am signed in.
  await waitFor(() => expect(screen.queryByText(/^Signed in as|^Sign out/)).not.toBeInTheDocument());
  expect(await onRecord(world, recommendations)).toBe('on');
  await world.signIn('maya');
  window.dispatchEvent(new Event('online'));
  await waitFor(async () => expect(await onRecord(world, recommendations)).toBe('off'));
  expect(await screen.findByText('Signed in as Maya Fenn')).toBeVisible();
});

test('my session is over and somebody else signs in: what I pressed is not theirs', async () => {
  const { user, world } = await renderApp({ scenario: 'session-ended', path: '/data/purchases' });
  await user.click(await theSwitch(picks));
  await (await theCard('Purchases')).findByText(/Your session ended/);
  await world.signIn('noor');
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByText('Signed in as Noor Aziz')).toBeVisible();
  expect(await onRecord(world, recommendations)).toBe('on');
});

test('I lose the connection and press: it waits, is not called saved, and goes when I am back', async () => {
  const { user, world } = await renderApp({ scenario: 'offline', path: '/data/purchases' });
  await user.click(await theSwitch(picks));
  const card = await theCard('Purchases');
  expect(await card.findByText('You are offline. It is off here, and we save it when you are back.')).toBeVisible();
  expect(card.queryByText('Saved')).not.toBeInTheDocument();
  world.connection.set(true);
  expect(await card.findByText('Saved')).toBeVisible();
  expect(await onRecord(world, recommendations)).toBe('off');
});

test('the notice changes while I read: turning on asks again on the new words', async () => {
  const { user, world } = await renderApp({ scenario: 'notice-changed', path: '/data/location' });
  await user.click(await theSwitch('Show stock in your nearest shop'));
  expect(await screen.findByText('The notice changed while you were turning this on. It stays off.')).toBeVisible();
  expect(await onRecord(world, 'location.nearby')).toBe('off');
  const show = await theButton('Show the new notice');
  await user.click(show);
  await waitFor(() => expect(show).not.toBeInTheDocument());
  await user.click(await theButton('Turn on'));
  await waitFor(async () => expect(await onRecord(world, 'location.nearby')).toBe('on'));
});

test('the notice changes while I read: turning off holds all the same', async () => {
  const { user, world } = await renderApp({ scenario: 'notice-changed', path: '/data/purchases' });
  await user.click(await theSwitch(picks));
  expect(await (await theCard('Purchases')).findByText('Saved')).toBeVisible();
  expect(await onRecord(world, recommendations)).toBe('off');
});

test('my decision is refused: it says so, names somebody to write to, and can be put away', async () => {
  const { user } = await renderApp({ scenario: 'refused', path: '/data/location' });
  await user.click(await theSwitch('Show stock in your nearest shop'));
  const note = await screen.findByText(/We could not turn this on\. It stays off\. .*privacy@haldenrow\.example/);
  expect(await theSwitch('Show stock in your nearest shop')).not.toBeChecked();
  await user.click(await theButton('Close this note'));
  await waitFor(() => expect(note).not.toBeInTheDocument());
});

test('I press too often: turning off is saved at once, turning on waits', async () => {
  const { user, world } = await renderApp({ scenario: 'too-many', path: '/data/interests' });
  await user.click(await theSwitch('Choose your e-mails by interest'));
  await user.click(await theSwitch('Sort the shop by your interests'));
  const card = await theCard('Interests');
  expect(await card.findByText('Saved')).toBeVisible();
  expect(await card.findByText(/Not saved yet/)).toBeVisible();
  expect(await onRecord(world, 'interests.home')).toBe('off');
  expect(await onRecord(world, 'interests.email')).toBe('off');
});

test('what is held cannot be read: my choices stand there all the same, and can be changed', async () => {
  const { user, world } = await renderApp({ scenario: 'overview-fails' });
  await user.click(await theSwitch('Wish lists: all 2 optional uses'));
  expect(await (await theRow('Wish lists')).findByText('Saved')).toBeVisible();
  expect(await onRecord(world, 'wish_lists.offers')).toBe('off');
});

test('nothing behind the overview can be read: the overview stands, and my choices can be changed', async () => {
  const { user, world } = await renderApp({ scenario: 'panels-fail' });
  expect(await theTitle()).toHaveTextContent('What we hold, and what you get');
  await user.click(await theSwitch('Wish lists: all 2 optional uses'));
  expect(await (await theRow('Wish lists')).findByText('Saved')).toBeVisible();
  expect(await onRecord(world, 'wish_lists.offers')).toBe('off');
});

test('my choices cannot be read: no switch shows a guess', async () => {
  await renderApp({ scenario: 'choices-fail' });
  expect(await theTitle()).toHaveTextContent('We cannot show your data right now');
  expect(screen.queryAllByRole('switch')).toEqual([]);
});

test('the server is down: the page says whose fault it is, and that my choices stand', async () => {
  await renderApp({ scenario: 'server-down' });
  expect(await theTitle()).toHaveTextContent('We cannot show your data right now');
  expect(screen.getByText(/The fault is on our side\. Your choices stand/)).toBeVisible();
  expect(await theButton('Try again')).toBeEnabled();
});

test('I open the page without a connection, and it comes by itself when I am back', async () => {
  const { world } = await renderApp({ scenario: 'offline-load' });
  expect(await theTitle()).toHaveTextContent('You are offline');
  world.connection.set(true);
  await waitFor(async () => expect(await theTitle()).toHaveTextContent('What we hold, and what you get'));
});

test('what is held never comes: in the end the page says so, and shows my choices', async () => {
  await renderApp({ scenario: 'hanging-load' });
  expect(await screen.findByText('Loading')).toBeInTheDocument();
  expect(
    await screen.findByRole('switch', { name: 'Wish lists: all 2 optional uses' }, { timeout: 20_000 }),
  ).toBeChecked();
});
