import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { decisionsOf, onRecord, theButton, theCard, theRow, theSwitch, theTitle } from './page-parts.ts';

const picks = 'Pick things for you';

test('I switch a use off, and it says saved when it is on record', async () => {
  const { user, world } = await renderApp({ path: '/data/purchases' });
  expect(await theSwitch(picks)).toBeChecked();
  await user.click(await theSwitch(picks));
  expect(await (await theCard('Purchases')).findByText('Saved')).toBeVisible();
  expect(await theSwitch(picks)).not.toBeChecked();
  expect(await onRecord(world, 'purchases.recommendations')).toBe('off');
});

test('the answer takes four seconds: it says that it is saving, and what is saved, until then', async () => {
  const { user } = await renderApp({ scenario: 'slow', path: '/data/purchases' });
  await user.click(await theSwitch(picks));
  const card = await theCard('Purchases');
  expect(await card.findByText(/Saving…/)).toBeVisible();
  expect(card.getByText(/^Saved: on/)).toBeVisible();
  expect(card.queryByText('Saved')).not.toBeInTheDocument();
  expect(await card.findByText('Saved')).toBeVisible();
});

test('I press twice in a row, and it stays as I left it, with at most two decisions on record', async () => {
  const { user, world } = await renderApp({ path: '/data/purchases' });
  const before = await decisionsOf(world);
  await user.dblClick(await theSwitch(picks));
  expect(await (await theCard('Purchases')).findByText('Saved')).toBeVisible();
  await waitFor(async () => expect(await theSwitch(picks)).toBeChecked());
  expect(await onRecord(world, 'purchases.recommendations')).toBe('on');
  expect((await decisionsOf(world)) - before).toBeLessThanOrEqual(2);
});

test('I turn a whole category off with one press, and undo it', async () => {
  const { user, world } = await renderApp();
  await user.click(await theSwitch('Wish lists: all 2 optional uses'));
  const row = await theRow('Wish lists');
  expect(await row.findByText('Saved')).toBeVisible();
  expect(await onRecord(world, 'wish_lists.offers')).toBe('off');
  expect(await onRecord(world, 'wish_lists.stock')).toBe('off');
  await user.click(await row.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await onRecord(world, 'wish_lists.offers')).toBe('on'));
  expect(await onRecord(world, 'wish_lists.stock')).toBe('on');
});

test('I turn on a category with one use: it is on at once', async () => {
  const { user, world } = await renderApp();
  await user.click(await theSwitch('Location: Show stock in your nearest shop'));
  expect(await (await theRow('Location')).findByText('Saved')).toBeVisible();
  expect(await onRecord(world, 'location.nearby')).toBe('on');
});

test('I turn on a category with several uses: it names them, and one button turns them on', async () => {
  const { user, world } = await renderApp({ scenario: 'everything-off' });
  await user.click(await theSwitch('Interests: all 2 optional uses'));
  expect(
    await screen.findByText('Turn on: Sort the shop by your interests and Choose your e-mails by interest?'),
  ).toBeVisible();
  expect(await onRecord(world, 'interests.home')).toBe('off');
  await user.click(await theButton('Turn on 2 uses'));
  await waitFor(async () => expect(await onRecord(world, 'interests.home')).toBe('on'));
  expect(await onRecord(world, 'interests.email')).toBe('on');
});

test('I turn everything off, and undo: what needs more than a press stays off and is named', async () => {
  const { user, world } = await renderApp();
  await user.click(await theButton('Turn off all 26 optional uses'));
  const undo = await theButton('Undo');
  expect(await onRecord(world, 'purchases.recommendations')).toBe('off');
  expect(await onRecord(world, 'access.carry')).toBe('off');
  await user.click(undo);
  await waitFor(async () => expect(await onRecord(world, 'purchases.recommendations')).toBe('on'));
  expect(await onRecord(world, 'access.carry')).toBe('off');
});

test('the button that turns everything on counts what it does, and names what it leaves out', async () => {
  const { user } = await renderApp({ scenario: 'everything-off' });
  await user.click(await theButton('Turn on 24 of 26 optional uses'));
  expect(await screen.findByText('2 uses are left out:')).toBeVisible();
  await waitFor(async () => expect((await theTitle()).nextElementSibling).toHaveTextContent(/You allow 24 of 26/));
});

test('where all that is off takes one press, the button says all', async () => {
  const { user } = await renderApp({ scenario: 'everything-on' });
  await user.click(await theSwitch('Wish lists: all 2 optional uses'));
  expect(await theButton('Turn on all 26 optional uses')).toBeVisible();
});

test('I turn on what the law guards more: nothing happens before I say yes to its words', async () => {
  const { user, world } = await renderApp({ scenario: 'everything-off', path: '/data/access' });
  const help = 'Tell drivers what help you need';
  await user.click(await theSwitch(help));
  expect(await screen.findByText(/I agree that Halden & Row uses what I said about my health/)).toBeVisible();
  expect(await theSwitch(help)).not.toBeChecked();
  expect(await onRecord(world, 'access.carry')).toBe('off');
  await user.click(await theButton('Turn on'));
  expect(await (await theCard('Help with delivery')).findByText('Saved')).toBeVisible();
  expect(await onRecord(world, 'access.carry')).toBe('on');
});

test('a category whose only use asks for more than a press leads me to that use', async () => {
  const { user, world } = await renderApp({ scenario: 'everything-off' });
  const name = 'Tell drivers what help you need';
  const row = await theSwitch(`Help with delivery: ${name}`);
  await user.click(row);
  expect(await screen.findByRole('link', { name: `${name}: asks for your yes in words` })).toBeVisible();
  const use = await screen.findByRole('heading', { name });
  await waitFor(() => expect(use).toHaveFocus());
  // Again, now that the card is open.
  await user.click(row);
  await waitFor(() => expect(use).toHaveFocus());
  await user.click(await theSwitch(name));
  await user.click(await theButton('Turn on'));
  await waitFor(async () => expect(await onRecord(world, 'access.carry')).toBe('on'));
  await waitFor(() => expect(screen.queryByText('1 use is left out:')).not.toBeInTheDocument());
});

test('what a press leaves out is a link to it, as often as I follow it', async () => {
  const { user } = await renderApp({ scenario: 'everything-off' });
  await user.click(await theButton('Turn on 24 of 26 optional uses'));
  const sale = 'Sell your club data to Shelfsight';
  const link = await screen.findByRole('link', { name: `${sale}: asks for a second step` });
  await user.click(link);
  await waitFor(() => expect(screen.getByRole('heading', { name: sale })).toHaveFocus());
  await user.click(link);
  await waitFor(() => expect(screen.getByRole('heading', { name: sale })).toHaveFocus());
});

test('I turn on the sale of my data: it takes a second yes, and no is one press', async () => {
  const { user, world } = await renderApp({ path: '/data/loyalty' });
  const sale = 'Sell your club data to Shelfsight';
  await user.click(await theSwitch(sale));
  await user.click(await theButton('Keep off'));
  expect(await onRecord(world, 'loyalty.sale')).toBe('off');
  await user.click(await theSwitch(sale));
  await user.click(await theButton('Turn on'));
  await waitFor(async () => expect(await onRecord(world, 'loyalty.sale')).toBe('on'));
});
