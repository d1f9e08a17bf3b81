import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { theButton, theCard, theRow, theSwitch, theTitle } from './page-parts.ts';

const overview = 'What we hold, and what you get';

test('I open the page: it is named, in my language, and says who is signed in', async () => {
  await renderApp();
  expect(await theTitle()).toHaveTextContent(overview);
  expect(document.title).toBe(`${overview} · Halden & Row`);
  expect(document.documentElement.lang).toBe('en-GB');
  expect(document.documentElement.dir).toBe('ltr');
  expect(await screen.findByText('Signed in as Maya Fenn')).toBeVisible();
});

test('a link to a card opens that card and puts me there', async () => {
  await renderApp({ path: '/data/purchases' });
  expect(await theCard('Purchases')).toBeDefined();
  await waitFor(async () => expect(await theButton('Purchases')).toHaveFocus());
  expect(document.title).toMatch(/^Purchases/);
});

test('a link to a use puts me at that use', async () => {
  await renderApp({ path: '/data/purchases#offers' });
  await theSwitch('Match offers to your orders');
  await waitFor(() => expect(document.activeElement).toHaveTextContent('Match offers to your orders'));
});

test('an address that names the brand is the same page, and its links keep the brand', async () => {
  const { user } = await renderApp({ path: '/halden-row/data/purchases' });
  await user.click(await theSwitch('Pick things for you'));
  const receipt = await (await theCard('Purchases')).findByRole('link', { name: 'receipt' });
  expect(receipt.getAttribute('href')).toMatch(/^\/halden-row\/receipts\/\d+$/);
});

test('a category that does not exist is said to be unknown, above everything that does', async () => {
  await renderApp({ path: '/data/horoscopes' });
  expect(await screen.findByText('No kind of data has this address. Here is everything there is.')).toBeVisible();
  expect(await theRow('Purchases')).toBeDefined();
});

test('an address that nobody knows says so and leads on', async () => {
  const { user } = await renderApp({ path: '/horoscopes' });
  expect(await theTitle()).toHaveTextContent('There is nothing at this address');
  await user.click(screen.getByRole('link', { name: 'See what we hold' }));
  await waitFor(async () => expect(await theTitle()).toHaveTextContent(overview));
  await waitFor(async () => expect(await theTitle()).toHaveFocus());
});

test('I open cards, and back and forward close and open them again', async () => {
  const { user } = await renderApp();
  await user.click(await theButton('Purchases'));
  await user.click(await theButton('Payment'));
  expect(window.location.pathname).toBe('/data/payment');
  window.history.back();
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Payment' })).not.toBeInTheDocument());
  expect(await theCard('Purchases')).toBeDefined();
  window.history.back();
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Purchases' })).not.toBeInTheDocument());
  window.history.forward();
  expect(await theCard('Purchases')).toBeDefined();
});

test('opening a card leaves the focus on what opened it', async () => {
  const { user } = await renderApp();
  await user.click(await theButton('Purchases'));
  await theCard('Purchases');
  expect(await theButton('Purchases')).toHaveFocus();
});

test('I read the receipt of what I saved: it names the choice, and back brings me back', async () => {
  const { user } = await renderApp({ path: '/data/purchases' });
  await user.click(await theSwitch('Pick things for you'));
  await user.click(await (await theCard('Purchases')).findByRole('link', { name: 'receipt' }));
  await waitFor(async () => expect(await theTitle()).toHaveTextContent('Your receipt'));
  await waitFor(async () => expect(await theTitle()).toHaveFocus());
  expect(screen.getByText('Pick things for you', { exact: false })).toHaveTextContent('Off: Pick things for you');
  expect(document.title).toBe('Your receipt · Halden & Row');
  window.history.back();
  await waitFor(async () => expect(await theTitle()).toHaveTextContent(overview));
  expect(await theSwitch('Pick things for you')).not.toBeChecked();
});

test('what stands after the question mark in the address goes with me to a receipt and back', async () => {
  const { user } = await renderApp({ path: '/data/purchases?from=mail' });
  await user.click(await theSwitch('Pick things for you'));
  await user.click(await (await theCard('Purchases')).findByRole('link', { name: 'receipt' }));
  await user.click(await screen.findByRole('link', { name: 'Back to what we hold' }));
  await waitFor(async () => expect(await theTitle()).toHaveTextContent(overview));
  expect(window.location.pathname + window.location.search).toBe('/?from=mail');
  window.history.back();
  await waitFor(async () => expect(await theTitle()).toHaveTextContent('Your receipt'));
  expect(window.location.pathname + window.location.search).toMatch(/^\/receipts\/\d+\?from=mail$/);
});

test('a receipt that is not mine, or never was, is nothing at all', async () => {
  await renderApp({ path: '/receipts/999' });
  expect(await theTitle()).toHaveTextContent('There is nothing at this address');
});

test('the address of the page keeps what it asks for when I follow the way home', async () => {
  await renderApp({ path: '/data/nothing-here/at-all?theme=dark' });
  expect(await screen.findByRole('link', { name: 'See what we hold' })).toHaveAttribute('href', '/?theme=dark');
  expect(screen.getByRole('link', { name: 'Halden & Row' })).toHaveAttribute('href', '/?theme=dark');
});

test('I go back from a receipt, and the keyboard is on the link that I followed', async () => {
  const { user } = await renderApp({ path: '/data/purchases' });
  await user.click(await theSwitch('Pick things for you'));
  await user.click(await (await theCard('Purchases')).findByRole('link', { name: 'receipt' }));
  await screen.findByRole('heading', { level: 1, name: 'Your receipt' });
  window.history.back();
  await waitFor(() => expect(document.activeElement).toHaveTextContent('receipt'));
});

test('an address of no kind of data says so before anything else', async () => {
  await renderApp({ path: '/data/nothing' });
  const said = await screen.findByText('No kind of data has this address. Here is everything there is.');
  const [button] = screen.getAllByRole('button', { name: /^Turn off all/ });
  expect(said.compareDocumentPosition(button as HTMLElement) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});
