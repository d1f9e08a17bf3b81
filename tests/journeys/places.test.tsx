import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { theSwitch, theTitle } from './page-parts.ts';

// The list is the same for any places: here are two that need nothing else.
vi.mock(import('#app/places.ts'), async (importOriginal) => {
  const real = await importOriginal();
  const name = { id: 'test.place', message: 'My first receipt' };
  return { ...real, places: [...real.places.slice(0, 1), { path: '/receipts/1', name, needs: 'receipts' as const }] };
});

const thePlaces = async () => within(await screen.findByRole('navigation', { name: 'Your data' }));

test('the places are links, and the one where I am is marked', async () => {
  await renderApp({ path: '/data/purchases?lang=en-GB&category=purchases' });
  const places = await thePlaces();
  const here = places.getByRole('link', { name: 'Overview' });
  expect(here).toHaveAttribute('aria-current', 'page');
  expect(here).toHaveAttribute('href', '/?lang=en-GB');
  expect(places.getByRole('link', { name: 'My first receipt' })).not.toHaveAttribute('aria-current');
});

test('I go to a place: its page is titled, read from its heading, and what the address asks of every page stays', async () => {
  const { user } = await renderApp({ path: '/?lang=en-GB' });
  await theSwitch('Purchases: all 3 optional uses');
  await user.click((await thePlaces()).getByRole('link', { name: 'My first receipt' }));
  await waitFor(async () => expect(await theTitle()).toHaveTextContent('Your receipt'));
  await waitFor(async () => expect(await theTitle()).toHaveFocus());
  expect(document.title).toMatch(/^Your receipt/);
  expect(window.location.search).toBe('?lang=en-GB');
});

test('somebody who is not signed in has no places to go to', async () => {
  await renderApp({ scenario: 'visitor' });
  await theTitle();
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
});

test('a place that the backend does not have is not offered, and one place is no list', async () => {
  await renderApp({ scenario: 'minimal-capabilities' });
  await theTitle();
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
});
