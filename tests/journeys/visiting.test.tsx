import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Choices } from '#contract/choices.ts';
import { askFor } from '#mocks/ask.ts';
import type { World } from '#mocks/world.ts';
import { renderApp } from '#tests/render-app.tsx';
import { theButton, theCard, theRow, theSwitch, theTitle } from './page-parts.ts';

const offers = 'purchases.offers';

/** What stands for this browser, as the backend knows it; null = it has no session of its own. */
async function hereOnRecord(world: World): Promise<Choices | null> {
  return askFor<Choices>(world.thisBrowser, world.scenario.brand, 'GET', '/me/choices').catch(() => null);
}

const standing = (choices: Choices | null, choice: string) => choices?.choices.find((one) => one.choice === choice);

test('I only read: nothing is opened or kept for me', async () => {
  const { user, world } = await renderApp({ scenario: 'visitor' });
  expect(await theTitle()).toHaveTextContent('What we collect, and why');
  await user.click(await theButton('Purchases'));
  const card = await theCard('Purchases');
  expect(card.getByText('On unless you object. You have not objected.')).toBeVisible();
  expect(screen.queryByRole('switch')).not.toBeInTheDocument();
  expect(await hereOnRecord(world)).toBeNull();
});

test('I turn one use off without signing in: it is off in this browser at once, with its receipt', async () => {
  const { user, world } = await renderApp({ scenario: 'visitor', path: '/data/purchases' });
  const card = await theCard('Purchases');
  await user.click(await card.findByRole('button', { name: /^Turn off\s*: Match offers/ }));
  expect(await card.findByText('Saved for this browser')).toBeVisible();
  expect(card.getByText(/in this browser since 22 November 2026/)).toBeVisible();
  expect(card.getByRole('link', { name: 'receipt' })).toHaveAttribute('href', '/receipts/1');
  expect(standing(await hereOnRecord(world), offers)).toMatchObject({ effective: 'off', why: 'customer', seq: 1 });
  // The keyboard is where the button was, not lost at the top of the page.
  expect(document.activeElement).toHaveTextContent(/Match offers/);
});

test('what needs a yes has no control that does nothing: it says to sign in', async () => {
  await renderApp({ scenario: 'visitor', path: '/data/sizes' });
  const card = await theCard('Sizes and measurements');
  expect((await card.findAllByText('Sign in to turn this on.')).length).toBeGreaterThan(0);
  expect(card.queryByRole('button', { name: /Turn off/ })).not.toBeInTheDocument();
});

test('one press turns everything off in this browser, and says how many that is', async () => {
  const { user, world } = await renderApp({ scenario: 'visitor' });
  await user.click(await theButton('Turn off all 7 in this browser'));
  expect(await screen.findByText(/All that you can turn off here is off\./)).toBeVisible();
  await waitFor(async () => expect((await hereOnRecord(world))?.seq).toBe(1));
  const choices = await hereOnRecord(world);
  expect(choices?.choices.filter((one) => one.effective !== 'off')).toEqual([]);
});

test('what was turned off here before stands when I come again', async () => {
  await renderApp({ scenario: 'visitor-after-press', path: '/data/purchases' });
  const card = await theCard('Purchases');
  expect(await card.findByText(/in this browser since 22 November 2026/)).toBeVisible();
  expect((await theRow('Your details')).getByText(/in this browser/)).toBeVisible();
});

test('my browser asks sites not to sell or share: the page says what is off because of it', async () => {
  await renderApp({ scenario: 'visitor-gpc' });
  expect(await screen.findByText(/Your browser asks sites not to sell or share your data\./)).toBeVisible();
  expect(screen.getByText(/uses are off because of it:/)).toBeVisible();
});

test('I press without a connection: it is off here, and saved when I am back', async () => {
  const { user, world } = await renderApp({ scenario: 'visitor', path: '/data/purchases' });
  const card = await theCard('Purchases');
  const button = await card.findByRole('button', { name: /^Turn off\s*: Match offers/ });
  world.connection.set(false);
  await user.click(button);
  expect(await card.findByText(/You are offline\. It is off here/)).toBeVisible();
  world.connection.set(true);
  expect(await card.findByText('Saved for this browser')).toBeVisible();
});

/** What this browser keeps until it is stored elsewhere. */
const unsent = () => Object.keys(localStorage).filter((name) => name.startsWith('evenhand/intents/'));

test('my session is over when I turn something off: this browser has it off at once, and my account when I am back', async () => {
  const { user, world } = await renderApp({ scenario: 'session-ended-withdrawal', path: '/data/location' });
  await user.click(await theSwitch('Show stock in your nearest shop'));
  const row = await theRow('Location');
  expect(
    await row.findByText(/^Off in this browser since 22 November 2026.*Saved to your account when you sign in\.$/),
  ).toBeVisible();
  expect(await hereOnRecord(world)).toMatchObject({ browser: true });
  expect(standing(await hereOnRecord(world), 'location.nearby')).toMatchObject({ effective: 'off', why: 'customer' });
  await world.signIn('maya');
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(async () =>
    expect(standing(await hereOnRecord(world), 'location.nearby')).toMatchObject({ effective: 'off', why: 'customer' }),
  );
  // Nothing is left to be sent. What else is kept, such as that this browser was joined to the account, may stay.
  await waitFor(() => expect(unsent()).toEqual([]));
});

test('my session is over when I turn something on: nothing is turned on for this browser', async () => {
  const { user, world } = await renderApp({ scenario: 'session-ended', path: '/data/location' });
  await user.click(await theSwitch('Show stock in your nearest shop'));
  expect(await screen.findByText('Your session ended. It stays off. Sign in to turn it on.')).toBeVisible();
  expect((await hereOnRecord(world))?.seq ?? 0).toBe(0);
});

test('a backend that keeps nothing for a browser shows the notice, and no way that leads nowhere', async () => {
  const { world } = await renderApp({ scenario: 'visitor-notice-only' });
  expect(await screen.findByText('To turn something off, sign in first.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Turn off/ })).not.toBeInTheDocument();
  const row = within(screen.getByRole('article', { name: 'Purchases' }));
  expect(row.queryByText(/^On|^Off/)).not.toBeInTheDocument();
  expect(await hereOnRecord(world)).toBeNull();
});
