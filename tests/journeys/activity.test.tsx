import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { theButton, theSwitch, theTitle } from './page-parts.ts';

const theCount = async () => {
  const events = await screen.findByRole('region', { name: 'Each use of your data' });
  return within(events).getByText(/^We used your data/);
};
const theEvents = async () => within(await screen.findByRole('region', { name: 'Each use of your data' }));
const theDays = async () => (await theEvents()).getAllByRole('heading', { level: 2 }).map((day) => day.textContent);
const timesIn = (text: string | null): number => Number(/(\d[\d,]*)/.exec(text ?? '')?.[1]?.replaceAll(',', ''));

describe('how my data was used', () => {
  test('stands day by day, newest first, each time with what was done and the way to its switch', async () => {
    await renderApp({ path: '/activity?lang=en-GB' });
    expect(await theTitle()).toHaveTextContent('How we used your data');
    expect(await theCount()).toHaveTextContent(/^We used your data [\d,]+ times, newest first\.$/);
    const days = await theDays();
    expect(days[0]).toMatch(/^2[12]\sNovember 2026$/);
    expect(new Set(days).size).toBe(days.length);
    const [event] = (await theEvents()).getAllByText(/^We sorted the shop by \d+ guesses about you\./);
    const row = within(event?.closest('li') ?? document.body);
    expect(row.getByText('On now')).toBeVisible();
    expect(row.getByRole('link', { name: 'Sort the shop by your interests' })).toHaveAttribute(
      'href',
      '/data/interests?lang=en-GB#home',
    );
  });

  test('what is new since I was last here ends with a line', async () => {
    await renderApp({ path: '/activity' });
    const line = await screen.findByText(/^You were last here on \d+\sNovember 2026 at \d\d:\d\d\./);
    const before = line.compareDocumentPosition(await theCount());
    expect(before & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy();
    expect(line.nextElementSibling ?? line.closest('section')?.nextElementSibling).not.toBeNull();
  });

  test('goes on to older ones when I ask for them', async () => {
    const { user } = await renderApp({ path: '/activity' });
    const before = (await theDays()).length;
    await user.click(await theButton('Show older'));
    await waitFor(async () => expect((await theDays()).length).toBeGreaterThan(before * 2));
  });
});

describe('I ask for a part of it', () => {
  test('by kind of data and by use: it stands in the address, is told with its count, and can be taken back', async () => {
    const { user } = await renderApp({ path: '/activity?lang=en-GB' });
    const all = timesIn((await theCount()).textContent);
    await user.selectOptions(await screen.findByLabelText('Kind of data'), 'Purchases');
    await waitFor(() =>
      expect(screen.getAllByRole('status').at(-1)).toHaveTextContent(/^We used your data \d+ times: Purchases\.$/),
    );
    expect(window.location.search).toBe('?lang=en-GB&category=purchases');
    const purchases = timesIn((await theCount()).textContent);
    expect(purchases).toBeLessThan(all);
    const uses = within(screen.getByLabelText('Use'));
    expect(uses.queryByRole('option', { name: 'Sort the shop by your interests' })).not.toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Use'), 'Pick things for you');
    await waitFor(async () => expect(timesIn((await theCount()).textContent)).toBeLessThan(purchases));
    expect(window.location.search).toBe('?lang=en-GB&category=purchases&use=purchases.recommendations');
    await user.click(screen.getByRole('link', { name: 'Show all' }));
    await waitFor(async () => expect(timesIn((await theCount()).textContent)).toBe(all));
    expect(window.location.search).toBe('?lang=en-GB');
  });

  test('by a month of the picture, from which I am led to the count', async () => {
    const { user } = await renderApp({ path: '/activity' });
    const year = within(await screen.findByRole('figure', { name: 'The year 2026 by kind of data' }));
    await user.click(year.getByRole('link', { name: /^March: \d+ times$/ }));
    await waitFor(async () => expect((await theDays())[0]).toMatch(/^\d+\sMarch 2026$/));
    expect(window.location.search).toBe('?until=2026-03-31');
    const count = (await theCount()).closest('p');
    expect(count).toHaveTextContent(/: up to 31\sMarch 2026\.$/);
    await waitFor(() => expect(count).toHaveFocus());
    await user.click(screen.getByRole('link', { name: 'Start from the newest' }));
    await waitFor(() => expect(window.location.search).toBe(''));
  });

  test('by a day of the table, which says what the picture shows', async () => {
    const { user } = await renderApp({ path: '/activity' });
    await user.click(await screen.findByText('Show the year as a table'));
    const month = within(await screen.findByRole('table')).getByRole('rowheader', { name: 'March 2026' });
    const row = within(month.closest('tbody') ?? month).getByRole('row', { name: /Purchases/ });
    const [day] = within(row).getAllByRole('link', { name: /^\d+( \(\d+ times\))?$/ });
    if (!day) throw new Error('The table has no day.');
    const number = parseInt(day.textContent, 10);
    await user.click(day);
    await waitFor(async () => expect((await theDays())[0]).toMatch(new RegExp(`^${number}\\sMarch 2026$`)));
    expect(window.location.search).toMatch(/^\?category=purchases&until=2026-03-\d\d$/);
  });

  test('of which there is nothing: the page says that, and how to see all', async () => {
    await renderApp({ path: '/activity?category=location&until=2019-01-01' });
    expect(
      await screen.findByText(/^We did not use your data for this\. \(Location, up to 1\sJanuary 2019\)$/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all' })).toBeVisible();
  });
});

test('I follow an event to its switch, turn it off, come back, and the event says since when it is off', async () => {
  const { user } = await renderApp({ path: '/activity?use=interests.home' });
  const [link] = await screen.findAllByRole('link', { name: 'Sort the shop by your interests' });
  if (!link) throw new Error('No event leads to the use.');
  await user.click(link);
  const control = await theSwitch('Sort the shop by your interests');
  expect(control).toBeChecked();
  await user.click(control);
  await waitFor(() => expect(control.closest('.choice')).toHaveTextContent(/Saved/));
  window.history.back();
  expect((await screen.findAllByText(/^Off since 2[12]\sNovember 2026$/))[0]).toBeVisible();
  expect(screen.queryByText('On now')).not.toBeInTheDocument();
});

test('of what was forgotten the day and the use are told, and no details', async () => {
  await renderApp({ scenario: 'forgotten-purchases', path: '/activity?category=purchases' });
  const events = await theEvents();
  expect((await events.findAllByText('Details forgotten with the records.'))[0]).toBeVisible();
  expect(events.queryByText(/HR-\d/)).not.toBeInTheDocument();
});

test('somebody new reads the little that was done', async () => {
  await renderApp({ scenario: 'new-customer', path: '/activity' });
  expect(timesIn((await theCount()).textContent)).toBeLessThan(100);
});

describe('what cannot be read says so in its place', () => {
  test('the events, with a way on, while the rest stands', async () => {
    await renderApp({ scenario: 'panels-fail', path: '/activity' });
    expect(await screen.findByRole('alert')).toHaveTextContent('We cannot show right now how we used your data.');
    expect(await theButton('Try again')).toBeVisible();
    expect(screen.getByRole('figure')).toBeVisible();
  });

  test('the year, while the events stand', async () => {
    await renderApp({ scenario: 'overview-fails', path: '/activity' });
    expect(await screen.findByText('We cannot draw the year right now. The list below is whole.')).toBeVisible();
    expect(await theCount()).toBeVisible();
  });
});

test('a backend that does not tell what it did has no such page', async () => {
  await renderApp({ scenario: 'minimal-capabilities', path: '/activity' });
  expect(await theTitle()).not.toHaveTextContent('How we used your data');
});
