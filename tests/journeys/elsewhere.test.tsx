import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { decideElsewhere, onRecord, theButton, theSwitch, theTitle } from './page-parts.ts';

const wishes = 'Wish lists: all 2 optional uses';

test('I press in one tab, and the other tab follows', async () => {
  const first = await renderApp();
  const here = within(document.body.lastElementChild as HTMLElement);
  await here.findByRole('switch', { name: wishes });
  await renderApp({ world: first.world });
  const there = within(document.body.lastElementChild as HTMLElement);
  expect(await there.findByRole('switch', { name: wishes })).toBeChecked();
  await first.user.click(here.getByRole('switch', { name: wishes }));
  await waitFor(() => expect(there.getByRole('switch', { name: wishes })).not.toBeChecked());
});

test('I changed it on my phone, and the page shows it when I look again', async () => {
  const { world } = await renderApp();
  expect(await theSwitch('Location: Show stock in your nearest shop')).not.toBeChecked();
  await decideElsewhere(world, 'location.nearby', 'on');
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(async () => expect(await theSwitch('Location: Show stock in your nearest shop')).toBeChecked());
});

test('I close the page while it is saving, and what I pressed is saved when I open it again', async () => {
  const { user, world, close } = await renderApp({ scenario: 'offline', path: '/data/purchases' });
  await user.click(await theSwitch('Pick things for you'));
  await screen.findByText('You are offline. It is off here, and we save it when you are back.');
  close();
  world.connection.set(true);
  expect(await onRecord(world, 'purchases.recommendations')).toBe('on');
  await renderApp({ world });
  await waitFor(async () => expect(await onRecord(world, 'purchases.recommendations')).toBe('off'));
});

test('nobody is signed in: the page says so, names the way in, and shows nothing of anybody', async () => {
  await renderApp({ scenario: 'visitor' });
  expect(await theTitle()).toHaveTextContent('What we collect, and why');
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/?brand=halden-row&persona=maya');
  expect(screen.queryByText(/Signed in as/)).not.toBeInTheDocument();
});

test('I sign out, and nothing of mine is left', async () => {
  const { user } = await renderApp();
  await theSwitch(wishes);
  await user.click(await theButton('Sign out'));
  expect(await screen.findByRole('heading', { level: 1, name: 'What we collect, and why' })).toBeVisible();
  expect(screen.queryByText(/Maya/)).not.toBeInTheDocument();
});

test('I sign in on another page, come back to this one, and it shows what is mine', async () => {
  const { world } = await renderApp({ scenario: 'visitor' });
  expect(await theTitle()).toHaveTextContent('What we collect, and why');
  await world.signIn('maya');
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(async () => expect(await theTitle()).toHaveTextContent('What we hold, and what you get'));
});

test('my session ends while I am away: nothing of mine is on the screen when somebody looks at it', async () => {
  const { world } = await renderApp();
  await theSwitch(wishes);
  await world.endSession();
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(async () => expect(await theTitle()).toHaveTextContent('What we collect, and why'));
  expect(screen.queryByText(/Maya/)).not.toBeInTheDocument();
});

test('somebody else signs in on this browser: everything on the screen is theirs', async () => {
  const { world } = await renderApp();
  await screen.findByText('Signed in as Maya Fenn');
  await world.signIn('noor');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await screen.findByText('Signed in as Noor Aziz')).toBeVisible();
  expect(screen.queryByText(/Maya/)).not.toBeInTheDocument();
});
