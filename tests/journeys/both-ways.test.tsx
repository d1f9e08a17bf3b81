import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { decisionsOf, onRecord, theButton, theSwitch, theTitle } from './page-parts.ts';

const picks = 'purchases.recommendations';
const theSide = async (name: string) => within(await screen.findByRole('region', { name }));
const today = 'This is what you see today';

/** The elements of a panel with their classes, without their words. */
const formOf = (element: Element): string =>
  `${element.tagName}.${element.getAttribute('class') ?? ''}(${[...element.children].map(formOf).join()})`;

test('I see the shop with a use and without it: the same parts on both sides, and nothing is saved by looking', async () => {
  const { world } = await renderApp({ path: `/both-ways/${picks}` });
  const before = await decisionsOf(world);
  expect(await theTitle()).toHaveTextContent('Pick things for you: with and without');
  expect((await theSide('On')).getByText(today)).toBeVisible();
  expect((await theSide('Off')).queryByText(today)).not.toBeInTheDocument();
  const [on, off] = [screen.getByRole('region', { name: 'On' }), screen.getByRole('region', { name: 'Off' })];
  expect(formOf(on)).toBe(formOf(off));
  expect(within(on).getAllByRole('listitem')).toHaveLength(within(off).getAllByRole('listitem').length);
  expect(within(on).getAllByText(/^because you bought: /)[0]).toBeVisible();
  expect(within(off).queryByText(/^because you bought: /)).not.toBeInTheDocument();
  const [keep, turn] = [await theButton('Keep it on'), await theButton('Turn it off')];
  expect(keep.className).toBe(turn.className);
  expect(await decisionsOf(world)).toBe(before);
});

test('I turn it off: it is on record, the page says so with a receipt, and today follows; so do ledger and overview', async () => {
  const { user, world } = await renderApp({ path: `/both-ways/${picks}` });
  expect(await screen.findByText('Off, that stops. What you got stays yours.')).toBeVisible();
  await user.click(await theButton('Turn it off'));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(screen.getByRole('link', { name: 'receipt' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/receipts\/\d+$/),
  );
  expect(await onRecord(world, picks)).toBe('off');
  expect(await (await theSide('Off')).findByText(today)).toBeVisible();
  expect(await theButton('Keep it off')).toBeVisible();
  expect(screen.getByText('It is off: nothing is added. What you got stays yours.')).toBeVisible();

  await user.click(screen.getByRole('link', { name: 'See all you got, and how we counted' }));
  const use = within((await screen.findByRole('heading', { name: 'Pick things for you' })).closest('li')!);
  expect(use.getByText(/^Off since .* Nothing is added\.$/)).toBeVisible();
  expect(use.getByText(/orders that began with one of our picks/)).toBeVisible();

  await user.click(use.getByRole('link', { name: 'Go to its switch' }));
  expect(await theSwitch('Pick things for you')).not.toBeChecked();
});

test('I turn it on again with the button beside it', async () => {
  const { user, world } = await renderApp({ path: `/both-ways/${picks}` });
  await user.click(await theButton('Turn it off'));
  await user.click(await theButton('Turn it on'));
  await waitFor(async () => expect(await onRecord(world, picks)).toBe('on'));
  expect(await (await theSide('On')).findByText(today)).toBeVisible();
});

test('I keep it on: nothing changed, so nothing is saved', async () => {
  const { user, world } = await renderApp({ path: `/both-ways/${picks}` });
  const before = await decisionsOf(world);
  await user.click(await theButton('Keep it on'));
  expect(await screen.findByText('It stays on. Nothing changed, so nothing was saved.')).toBeVisible();
  expect(await decisionsOf(world)).toBe(before);
});

test('where nothing I would see changes, there is one panel, and the reason', async () => {
  await renderApp({ path: '/both-ways/loyalty.sale' });
  expect(await screen.findByRole('heading', { name: 'Nothing you would see changes' })).toBeVisible();
  expect((await theSide('On or off')).getByText(today)).toBeVisible();
  expect(screen.queryByRole('region', { name: 'On' })).not.toBeInTheDocument();
  expect(screen.getByText(/^This use picks nothing that we show you\./)).toBeVisible();
});

test('a use that asks for more than a press leads to its own switch, by a way that looks like any answer', async () => {
  const { user, world } = await renderApp({ path: '/both-ways/loyalty.sale' });
  const way = await screen.findByRole('link', { name: 'Turn it on' });
  expect(way.className).toBe((await theButton('Keep it off')).className);
  expect(screen.getByText(/asks for a second yes, at its switch/)).toBeVisible();
  await user.click(way);
  expect(await theSwitch('Sell your club data to Shelfsight')).not.toBeChecked();
  expect(await onRecord(world, 'loyalty.sale')).toBe('off');
});

test('what my browser’s signal touches says so, and leads to where I can decide otherwise', async () => {
  await renderApp({ scenario: 'gpc', path: '/both-ways/purchases.ads' });
  expect(await screen.findByRole('link', { name: 'Turn it on' })).toHaveAttribute('href', '/data/purchases#ads');
  expect(screen.getByText(/^Your browser asks that “.*” stays off\./)).toBeVisible();
});

test('a use that I cannot switch says why, and has no buttons', async () => {
  await renderApp({ path: '/both-ways/purchases.deliver' });
  expect(await screen.findByText('Part of our deal with you. Without it, orders and returns stop.')).toBeVisible();
  expect(within(screen.getByRole('main')).queryByRole('button')).not.toBeInTheDocument();
});

test('I look at a whole kind of data, turn all of it off at once, and go on to each use', async () => {
  const { user, world } = await renderApp({ path: '/both-ways/purchases' });
  expect(await screen.findByText(/^\d of 6 things changes?\. Today 2 of its 3 uses are on/)).toBeVisible();
  await user.click(await theButton('Turn all 3 off'));
  expect(await screen.findByText('Saved')).toBeVisible();
  for (const use of ['recommendations', 'offers', 'ads']) expect(await onRecord(world, `purchases.${use}`)).toBe('off');
  expect(await (await theSide('Off')).findByText(today)).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Match offers to your orders' }));
  await waitFor(async () =>
    expect(await theTitle()).toHaveTextContent('Match offers to your orders: with and without'),
  );
});

test('offline my choice waits, is not called saved, and goes when I am back', async () => {
  const { user, world } = await renderApp({ path: `/both-ways/${picks}` });
  await theSide('On');
  world.connection.set(false);
  await user.click(await theButton('Turn it off'));
  expect(await screen.findByText(/^You are offline\. It is off here/)).toBeVisible();
  expect(await onRecord(world, picks)).toBe('on');
  world.connection.set(true);
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(await onRecord(world, picks)).toBe('off');
});

test('where both ways cannot be read, the page says so in their place, and my choice works', async () => {
  const { user, world } = await renderApp({ scenario: 'panels-fail', path: `/both-ways/${picks}` });
  expect(await screen.findByText(/^We cannot show both ways right now\./, {}, { timeout: 20_000 })).toBeVisible();
  expect(await theButton('Try again')).toBeVisible();
  await user.click(await theButton('Turn it off'));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(await onRecord(world, picks)).toBe('off');
});

test('somebody new sees what everyone sees, on one panel, and learns why', async () => {
  await renderApp({ scenario: 'new-customer', path: '/both-ways/wish_lists.stock' });
  expect(await screen.findByRole('heading', { name: 'Nothing you would see changes' })).toBeVisible();
  expect((await theSide('On or off')).getAllByText('one of our bestsellers')[0]).toBeVisible();
});

test('what I forgot is drawn from no more', async () => {
  await renderApp({ scenario: 'forgotten-purchases', path: `/both-ways/${picks}` });
  await screen.findByText('Drawn from');
  expect(screen.queryByText(/^because you bought: /)).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /records? in Purchases$/ })).not.toBeInTheDocument();
});

test.each([
  ['/both-ways/purchases.nothing', 'default'],
  [`/both-ways/${picks}`, 'minimal-capabilities'],
])('there is nothing at %s in the scenario "%s"', async (path, scenario) => {
  await renderApp({ path, scenario });
  await waitFor(async () => expect(await theTitle()).toHaveTextContent('There is nothing at this address'));
});
