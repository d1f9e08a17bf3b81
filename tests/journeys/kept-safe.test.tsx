import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { scenarioNamed } from '#mocks/scenarios/all.ts';
import { createWorld } from '#mocks/world.ts';
import { renderApp } from '#tests/render-app.tsx';
import { theButton, theTitle } from './page-parts.ts';

/** The row of the mirror about one thing. */
const row = async (name: string) =>
  within((await screen.findByRole('rowheader', { name })).closest('tr') ?? document.body);

test('each kind says where it lies, who can read it and how it is guarded, with the day that was checked', async () => {
  await renderApp({ path: '/safety' });
  expect(await theTitle()).toHaveTextContent('How we keep your data safe');
  const payment = within(screen.getByRole('article', { name: 'Payment' }));
  expect(payment.getByText('Checked on 19 October 2026')).toBeVisible();
  expect(payment.getByText('In Dublin. Only Coinbridge has the full card number.')).toBeVisible();
  for (const term of ['Where it lies', 'Who can read it', 'How we guard it'])
    expect(payment.getByText(term)).toBeVisible();
});

test('incidents are told newest first, each with whether I was in it', async () => {
  await renderApp({ path: '/safety' });
  const incidents = within(await screen.findByRole('region', { name: 'What went wrong' }));
  const told = incidents.getAllByRole('article').map(({ textContent }) => textContent);
  expect(told[0]).toContain('Your data was in it.');
  expect(told[0]).toMatch(/We found it10\s?September 2025/);
  expect(told[1]).toContain('Your data was not in it.');
});

test('when that cannot be read the page says so, and offers to try again', async () => {
  await renderApp({ scenario: 'panels-fail', path: '/safety' });
  expect(await theTitle()).toHaveTextContent('We cannot show your data right now');
  expect(await theButton('Try again')).toBeEnabled();
});

test('the mirror says what this page can read now, and what of it is kept', async () => {
  const { user } = await renderApp({ path: '/right-now' });
  expect(await screen.findByText(/^This is worked out in your browser and sent nowhere\./)).toBeVisible();
  expect((await row('Your IP address')).getByText(/^This page cannot read it\./)).toBeVisible();
  expect((await row('Your browser')).getByText(/^We store: The kind of device and browser\. Latest: /)).toBeVisible();
  expect((await row('Your languages')).getByText('Not stored')).toBeVisible();
  await user.click((await row('Your browser')).getByRole('link', { name: 'See the records' }));
  expect(await screen.findByRole('heading', { name: 'Device and IP address: what we hold' })).toBeVisible();
  expect(window.location.search).toBe('?item=device');
});

test('the mirror follows the window and the connection, and asks nobody for anything', async () => {
  const world = await createWorld(scenarioNamed('default'));
  const asked: string[] = [];
  const watched = {
    ...world,
    handler: (request: Request) => {
      asked.push(request.url);
      return world.handler(request);
    },
  };
  await renderApp({ world: watched, path: '/right-now' });
  expect(await screen.findByText('Connected', { exact: false })).toBeVisible();
  const before = asked.length;
  expect(before).toBeGreaterThan(0);
  const { width } = window.screen;
  Object.defineProperty(window, 'innerWidth', { configurable: true, value: 321 });
  window.dispatchEvent(new Event('resize'));
  expect(await screen.findByText(/321 × /)).toBeVisible();
  expect(window.screen.width).toBe(width);
  const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine');
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  window.dispatchEvent(new Event('offline'));
  await waitFor(() => expect(screen.getByText('Not connected')).toBeVisible());
  expect(asked).toHaveLength(before);
  Object.defineProperty(navigator, 'onLine', online ?? { configurable: true, value: true });
  expect(asked.filter((url) => /chrome|mozilla|321/i.test(url))).toEqual([]);
});
