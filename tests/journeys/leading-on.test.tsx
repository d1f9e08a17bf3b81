import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { theCard, theRow, theTitle } from './page-parts.ts';

test('the overview opens with what was done since I was last here, and leads to it', async () => {
  await renderApp();
  const told = await screen.findByText(/^Since you were last here \(\d+ November 2026\): we used your data/);
  expect(within(told).getByRole('link', { name: 'See what we did' })).toHaveAttribute('href', '/activity');
});

test('the year leads to every event', async () => {
  await renderApp();
  const link = await screen.findByRole('link', { name: 'See every event' });
  expect(link.closest('figure')).toHaveTextContent('When we used your data this year');
  expect(link).toHaveAttribute('href', '/activity');
});

test('a card leads to its records, to how it was used and to both ways of each choice', async () => {
  await renderApp({ path: '/data/purchases?lang=en-GB' });
  const card = await theCard('Purchases');
  await card.findByText('Your choices');
  const to = (name: string | RegExp) => card.getAllByRole('link', { name }).map((link) => link.getAttribute('href'));
  expect(to(/^All \d+ records$/)).toEqual(['/held/purchases?lang=en-GB']);
  expect(to('See every event')).toEqual(['/activity?lang=en-GB&category=purchases']);
  const choices = card.getAllByRole('switch').length;
  expect(to('See it both ways')).toHaveLength(choices);
  expect(to('See it both ways')).toContain('/both-ways/purchases.recommendations?lang=en-GB');
});

test('what is noted while I do other things is named so, with the way to what a page can read', async () => {
  await renderApp({ path: '/data/device' });
  const card = await theCard('Device and IP address');
  expect(await card.findByText('This is noted while you do other things.')).toBeVisible();
  expect(card.getByRole('link', { name: 'See what this page can read now' })).toHaveAttribute('href', '/right-now');
});

test('a price that is paid for with data says what it costs, what the data is worth and how to leave', async () => {
  const { user } = await renderApp({ path: '/data/loyalty' });
  const card = await theCard('Row Club');
  await user.click(await card.findByText('What you give for this, and what it is worth'));
  expect(card.getByText(/£3\.20 a year\./)).toBeVisible();
  expect(card.getByText('To leave')).toBeVisible();
});

test('what was forgotten says so in its row and its card, with what had to stay and what for', async () => {
  await renderApp({ scenario: 'forgotten-purchases', path: '/data/purchases' });
  const forgotten = /^Forgotten on 22 November 2026\. Gone from backups by .* only for: .*tax records/;
  expect((await theRow('Purchases')).getAllByText(forgotten)[0]).toBeVisible();
  expect(await (await theCard('Purchases')).findByText(forgotten)).toBeVisible();
});

test('a backend that tells none of it has no link to it on the page', async () => {
  await renderApp({ scenario: 'minimal-capabilities', path: '/data/purchases' });
  expect(await theTitle()).toBeVisible();
  await (await theCard('Purchases')).findByText('Your choices');
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  for (const name of [/records?$/, /^See /]) expect(screen.queryByRole('link', { name })).not.toBeInTheDocument();
});
