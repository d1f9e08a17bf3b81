import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Ledger } from '#contract/benefits.ts';
import { askFor } from '#mocks/ask.ts';
import { renderApp } from '#tests/render-app.tsx';
import { theTitle } from './page-parts.ts';

const thePlaces = async () => within(await screen.findByRole('navigation', { name: 'Your data' }));
const theSection = async (name: string | RegExp) => within(await screen.findByRole('region', { name }));

test('I see what came back this year, in words, by month, by use, and entry by entry', async () => {
  const { user, world } = await renderApp({ path: '/benefits' });
  const { benefits } = await askFor<Ledger>(world.anotherDevice(), world.scenario.brand, 'GET', '/me/benefits');
  const pence = benefits.filter(({ currency }) => currency === 'GBP').reduce((sum, { amount }) => sum + amount, 0);
  const summary = await screen.findByText(/^This year up to/);
  expect(summary).toHaveTextContent(`£${(pence / 100).toFixed(2)} off`);
  expect((await theSection('What each use gave you')).getAllByText(/^How we counted: /)).toHaveLength(5);
  const entries = await theSection('Every entry');
  expect(entries.getAllByRole('listitem', { hidden: true })).toHaveLength(benefits.length);
  await user.click(screen.getByText('Show the months as a table'));
  const table = within(await screen.findByRole('table'));
  expect(table.getAllByRole('rowheader')).toHaveLength(12);
  const cells = table.getAllByRole('cell').map((cell) => cell.textContent);
  const inTable = cells.filter((text) => text.startsWith('£')).reduce((sum, text) => sum + Number(text.slice(1)), 0);
  expect(Math.round(inTable * 100)).toBe(pence);
});

test('each entry leads to the records behind it and to the switch of its use', async () => {
  await renderApp({ path: '/benefits' });
  const [newest] = (await theSection('Every entry')).getAllByRole('listitem');
  const links = within(newest!)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));
  expect(links).toEqual([
    expect.stringMatching(/^\/held\?behind=b%3Ar\d+%3A\w+$/),
    expect.stringMatching(/^\/data\/\w+#\w+$/),
  ]);
});

test('what a use of one kind of data gave leads to the record that shows it, of whichever kind that is', async () => {
  const { user } = await renderApp({ path: '/benefits' });
  const entries = (await theSection('Every entry')).getAllByRole('listitem', { hidden: true });
  const byClub = entries.find((one) => one.textContent.includes('Choose member prices for you'))!;
  const bought = within(byClub).getByRole('link', { hidden: true, name: /^(?!Choose member prices)/ });
  await user.click(bought);
  expect(await screen.findByRole('button', { name: `Remove: ${bought.textContent}` })).toBeVisible();
});

test('what I gave stands beside what I got, kind by kind, and leads to the records', async () => {
  await renderApp({ path: '/benefits' });
  const balance = await theSection('What you gave for it');
  const club = within((await balance.findByRole('heading', { name: 'Row Club' })).closest('li')!);
  expect(club.getByRole('link', { name: /^\d+ records$/ })).toHaveAttribute('href', '/held/loyalty');
  expect(club.getByText(/off by member prices/)).toBeVisible();
});

test('I look at an older year by its link, and come back to this one', async () => {
  const { user } = await renderApp({ path: '/benefits' });
  const years = within(await screen.findByRole('navigation', { name: 'Years' }));
  await user.click(years.getByRole('link', { name: '2025' }));
  expect(await screen.findByText(/^In 2025 you got/)).toBeVisible();
  expect(window.location.search).toBe('?year=2025');
  await user.click(within(screen.getByRole('navigation', { name: 'Years' })).getByRole('link', { name: '2026' }));
  expect(await screen.findByText(/^This year up to/)).toBeVisible();
  expect(window.location.search).toBe('');
});

test('a price that is paid for with data is told in full: terms, worth and method, how to leave, what I keep', async () => {
  await renderApp({ path: '/benefits' });
  const deal = await theSection('The deal behind “Choose member prices for you”');
  for (const term of [
    'Terms',
    'Kinds of data',
    'Worth to us',
    'How we know',
    'In return',
    'To join',
    'To leave',
    'You keep',
  ])
    expect(deal.getByText(term)).toBeVisible();
  expect(deal.getByText('About £3.20 a year')).toBeVisible();
  expect(deal.getByRole('link', { name: 'Go to its switch' })).toHaveAttribute('href', '/data/loyalty#prices');
});

test('I forgot my purchases: what rested on them is counted no more, and the balance says so', async () => {
  await renderApp({ scenario: 'forgotten-purchases', path: '/benefits' });
  const balance = await theSection('What you gave for it');
  const row = within((await balance.findByRole('heading', { name: 'Purchases' })).closest('li')!);
  expect(row.getByText(/^Forgotten on 22 November 2026\. What rested on it is not counted any more\.$/)).toBeVisible();
  expect(row.queryByText(/orders that began/)).not.toBeInTheDocument();
});

test('somebody new reads that nothing came back yet, and what will stand here', async () => {
  await renderApp({ scenario: 'new-customer', path: '/benefits' });
  expect(await screen.findByText(/^Nothing yet\. When something comes back to you/)).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Every entry' })).not.toBeInTheDocument();
  expect((await theSection('What each use gave you')).getAllByText('Nothing yet')).toHaveLength(5);
});

test('where the ledger cannot be read the page says so, offers to try again, and the terms stay readable', async () => {
  await renderApp({ scenario: 'panels-fail', path: '/benefits' });
  expect(await screen.findByText(/^We cannot show what you got right now\./, {}, { timeout: 20_000 })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(await screen.findByText('About £3.20 a year')).toBeVisible();
});

test('where what is held cannot be read, what came back still can', async () => {
  await renderApp({ scenario: 'overview-fails', path: '/benefits' });
  expect(await screen.findByText('We cannot show what we hold right now.', {}, { timeout: 20_000 })).toBeVisible();
  expect(screen.getByText(/^This year up to/)).toBeVisible();
});

test('it is one of the places, and has no trace where nobody counts', async () => {
  const { close } = await renderApp({ path: '/benefits' });
  expect((await thePlaces()).getByRole('link', { name: 'What you got' })).toHaveAttribute('aria-current', 'page');
  close();
  await renderApp({ scenario: 'minimal-capabilities', path: '/benefits' });
  await waitFor(async () => expect(await theTitle()).toHaveTextContent('There is nothing at this address'));
});
