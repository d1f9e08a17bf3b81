import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { onRecord, theButton, theCard, theRow, theSwitch, theTitle } from './page-parts.ts';

const summary = async (): Promise<string> =>
  (await theTitle()).nextElementSibling?.textContent?.replaceAll('\u00A0', ' ') ?? '';

test('I joined this week: what is not held is said, and what has not come back is not claimed', async () => {
  await renderApp({ scenario: 'new-customer' });
  expect(await summary()).toMatch(/^We hold \d kinds of data\..* Nothing is counted in return yet this year\.$/);
});

test('I turned everything off: what is held is still shown', async () => {
  await renderApp({ scenario: 'everything-off' });
  expect(await summary()).toMatch(/^We hold 14 kinds of data\. You allow 0 of 26 optional uses\./);
  expect((await theRow('Location')).getByText(/454 places/)).toBeVisible();
  expect(await theSwitch('Interests: all 2 optional uses')).not.toBeChecked();
});

test('I turned everything on, and the page counts all of it', async () => {
  await renderApp({ scenario: 'everything-on' });
  expect(await summary()).toMatch(/You allow 26 of 26 optional uses\./);
});

test('my browser asks not to sell or share: what I had allowed of that is off, and I am told why', async () => {
  await renderApp({ scenario: 'gpc', path: '/data/purchases#ads' });
  expect(
    await screen.findByText('Your browser asks sites not to sell or share your data. We do as it asks.'),
  ).toBeVisible();
  expect(await theSwitch('Use your orders for ads on other sites')).not.toBeChecked();
  const card = await theCard('Purchases');
  expect(card.getByText(/^Your browser asked for it on 22 November 2026/)).toBeVisible();
});

test('my browser asks not to share, and I allow one use all the same, knowing that', async () => {
  const { user, world } = await renderApp({ scenario: 'gpc', path: '/data/purchases' });
  await user.click(await theSwitch('Use your orders for ads on other sites'));
  expect(await screen.findByText(/Your browser asks sites not to sell or share your data\. This use/)).toBeVisible();
  await user.click(await theButton('Turn on'));
  expect(await (await theCard('Purchases')).findByText('Saved')).toBeVisible();
  await waitFor(async () => expect(await theSwitch('Use your orders for ads on other sites')).toBeChecked());
  expect(await onRecord(world, 'purchases.ads')).toBe('on');
});

test('what I allowed until a day ended on that day, and says so', async () => {
  await renderApp({ scenario: 'expired-grant', path: '/data/browsing' });
  expect(await theSwitch('Keep a shortlist of what you saw')).not.toBeChecked();
  expect((await theCard('Browsing')).getByText(/^Your yes ended on 23 November 2026/)).toBeVisible();
});

test('a use reaches further than what I said yes to: it is off until I say yes again', async () => {
  const { user, world } = await renderApp({ scenario: 'notice-material', path: '/data/purchases' });
  expect(await theSwitch('Pick things for you')).not.toBeChecked();
  expect((await theCard('Purchases')).getByText(/your yes was to the old one/)).toBeVisible();
  await user.click(await theSwitch('Pick things for you'));
  await waitFor(async () => expect(await onRecord(world, 'purchases.recommendations')).toBe('on'));
});

test('a use is off because the notice changed: the page says so at once, leads to it, and stops when I say yes', async () => {
  const { user } = await renderApp({ scenario: 'notice-material' });
  const why = /^The notice changed on \d+ November 2026\. 1 use is off until you say yes again:/;
  const notice = await screen.findByText(why);
  await user.click(within(notice).getByRole('link', { name: 'Pick things for you' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Pick things for you' })).toHaveFocus());
  await user.click(await theSwitch('Pick things for you'));
  await waitFor(() => expect(screen.queryByText(why)).not.toBeInTheDocument());
});

test('there is no server: what I save is said to be in this browser only', async () => {
  const { user } = await renderApp({ scenario: 'browser-only' });
  await user.click(await theSwitch('Wish lists: all 2 optional uses'));
  expect(await (await theRow('Wish lists')).findByText('Saved in this browser only')).toBeVisible();
});

test('nothing can be kept: it is called a preview, and never saved', async () => {
  const { user } = await renderApp({ scenario: 'preview-not-saved' });
  await user.click(await theSwitch('Wish lists: all 2 optional uses'));
  const row = await theRow('Wish lists');
  expect(await row.findByText('Preview: not saved')).toBeVisible();
  expect(row.queryByText('Saved')).not.toBeInTheDocument();
});

test('nothing can be kept: there is no receipt of it, beside the switch or at an address', async () => {
  const { user, close } = await renderApp({ scenario: 'preview-not-saved' });
  await user.click(await theSwitch('Wish lists: all 2 optional uses'));
  const row = await theRow('Wish lists');
  expect(await row.findByText('Preview: not saved')).toBeVisible();
  expect(row.queryByRole('link', { name: 'receipt' })).not.toBeInTheDocument();
  close();
  await renderApp({ scenario: 'preview-not-saved', path: '/receipts/1' });
  expect(await theTitle()).toHaveTextContent('There is nothing at this address');
});

test('there is no server: the receipt says that this browser signed it, and claims no proof', async () => {
  await renderApp({ scenario: 'browser-only', path: '/receipts/1' });
  expect(await screen.findByText('Signed in this browser only. It proves nothing to others.')).toBeVisible();
  expect(screen.queryByText(/it proves what was stored/)).not.toBeInTheDocument();
  expect(screen.queryByText('Signed by')).not.toBeInTheDocument();
  expect(screen.queryByText(/memory:/)).not.toBeInTheDocument();
});

test('with a server, the receipt names who signed it', async () => {
  await renderApp({ path: '/receipts/1' });
  expect(await screen.findByText(/it proves what was stored/)).toBeVisible();
  expect(screen.getByText('Signed by').nextElementSibling).toHaveTextContent(/halden-row$/);
});

test('a backend without receipts offers none', async () => {
  const { user } = await renderApp({ scenario: 'minimal-capabilities' });
  await user.click(await theSwitch('Wish lists: all 2 optional uses'));
  const row = await theRow('Wish lists');
  expect(await row.findByText('Saved')).toBeVisible();
  expect(row.queryByRole('link', { name: 'receipt' })).not.toBeInTheDocument();
});

test('a language with longer words says everything in them', async () => {
  await renderApp({ scenario: 'long-words' });
  expect((await theTitle()).textContent).toMatch(/^Wĥáţ ŵé ĥôļð/);
  expect(document.documentElement.lang).toBe('en-XA');
});

test('a language that is read from the right turns the page round', async () => {
  await renderApp({ scenario: 'rtl' });
  await theTitle();
  expect(document.documentElement.dir).toBe('rtl');
});
