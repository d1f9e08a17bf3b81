import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { HoldingsList, RecordPage } from '#contract/holdings.ts';
import type { Inferences } from '#contract/inferences.ts';
import { askFor } from '#mocks/ask.ts';
import { answers } from '#mocks/faults/server.ts';
import { connectionCut, late } from '#mocks/faults/network.ts';
import { on, times, type Fault } from '#mocks/fault.ts';
import { scenario } from '#mocks/scenario.ts';
import { createWorld, type World } from '#mocks/world.ts';
import { renderApp } from '#tests/render-app.tsx';
import { theButton, theRow, theTitle } from './page-parts.ts';

/** How many records of a kind there are, as another device of the same customer reads it. */
async function heldOf(world: World, category: string): Promise<number> {
  const list = await askFor<HoldingsList>(world.anotherDevice(), world.scenario.brand, 'GET', '/me/holdings');
  return list.categories.find((one) => one.category === category)?.count ?? 0;
}

const recordsOf = (world: World, query: string): Promise<RecordPage> =>
  askFor(world.anotherDevice(), world.scenario.brand, 'GET', `/me/records?${query}`);

/** The row of a record, by what it says. */
const theRecord = async (name: string) => {
  const row = (await screen.findByText(name)).closest('li');
  if (!row) throw new Error(`"${name}" stands in no row.`);
  return within(row);
};

const broken = (...faults: readonly Fault[]): Promise<World> =>
  createWorld(scenario('held-broken', 'What these tests need.', { faults }));

const sizes = '/held/sizes?lang=en-GB';

test('every kind is listed under where it comes from, with how much, since when, and the way to its records', async () => {
  const { user, world } = await renderApp({ path: '/held' });
  expect(await theTitle()).toHaveTextContent('What we hold about you');
  const purchases = await theRow('Purchases');
  const count = await heldOf(world, 'purchases');
  expect(purchases.getByText(new RegExp(`^${count} records, from \\d+ \\w+ 20\\d\\d to`))).toBeVisible();
  const noticed = within(screen.getByRole('region', { name: 'We noticed it' }));
  expect(noticed.getAllByText(/^This is noted while you do other things\./)).toHaveLength(3);
  expect((await theRow('Data we bought')).getByText('From Areabook and Movefile')).toBeVisible();
  await user.click(purchases.getByRole('link', { name: 'Purchases' }));
  expect(await screen.findByRole('heading', { name: 'Purchases: what we hold' })).toBeVisible();
});

test('records are told day by day, newest first, each with its time and the uses that need it', async () => {
  await renderApp({ path: sizes });
  const days = await screen.findAllByRole('heading', { level: 2 });
  const dates = days.map(({ textContent }) => Date.parse(textContent.replaceAll('\u00a0', ' ')));
  expect(dates.length).toBeGreaterThan(1);
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  const shoe = await theRecord('Shoe 39');
  expect(shoe.getByText(/^\d\d:\d\d$/)).toBeVisible();
  expect(shoe.getByRole('link', { name: 'Advise your size' })).toHaveAttribute('href', '/data/sizes?lang=en-GB#advice');
});

test('a use that is off needs nothing: the record says so', async () => {
  await renderApp({ scenario: 'everything-off', path: sizes });
  expect((await theRecord('Shoe 39')).getByText('No use needs this now.')).toBeVisible();
});

test('a search finds as I type, stands in the address, and can be taken back', async () => {
  const { user } = await renderApp({ path: sizes });
  await user.type(await screen.findByRole('searchbox', { name: 'Search these records' }), 'SHOE');
  await waitFor(() => expect(screen.queryByText('Trousers 30')).not.toBeInTheDocument());
  expect(await screen.findByText('1 record')).toBeVisible();
  expect(new URLSearchParams(window.location.search).get('search')).toBe('SHOE');
  await user.clear(screen.getByRole('searchbox'));
  expect(await screen.findByText('Trousers 30')).toBeVisible();
  expect(window.location.search).toBe('?lang=en-GB');
});

test('what is on screen stays while other records are on their way', async () => {
  const { user } = await renderApp({ world: await broken(on(['listRecords'], late(400))), path: sizes });
  expect(await screen.findByText('Trousers 30')).toBeVisible();
  await user.type(screen.getByRole('searchbox'), 'shoe');
  await waitFor(() => expect(window.location.search).toContain('search=shoe'));
  expect(screen.getByText('Trousers 30')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('Trousers 30')).not.toBeInTheDocument());
  expect(screen.getByText('Shoe 39')).toBeVisible();
});

test('a search that finds nothing says so, with what to do', async () => {
  await renderApp({ path: '/held/sizes?search=sofa' });
  expect(await screen.findByText('No record fits. Search for fewer words, or show all.')).toBeVisible();
  expect(screen.getByRole('searchbox')).toHaveValue('sofa');
});

test('one item can be shown alone, and the search stays', async () => {
  const { user } = await renderApp({ path: '/held/sizes?search=3' });
  expect(await screen.findByText('Trousers 30')).toBeVisible();
  const filter = within(screen.getByRole('navigation', { name: 'Show' }));
  await user.click(filter.getByRole('link', { name: 'Your shoe size' }));
  await waitFor(() => expect(screen.queryByText('Trousers 30')).not.toBeInTheDocument());
  expect(screen.getByText('Shoe 39')).toBeVisible();
  expect(filter.getByRole('link', { name: 'Your shoe size' })).toHaveAttribute('aria-current', 'page');
  expect(window.location.search).toBe('?search=3&item=shoe');
});

test('older records come on demand, until all are there', async () => {
  const { user, world } = await renderApp({ path: '/held/wish_lists' });
  const all = await heldOf(world, 'wish_lists');
  expect(await screen.findByText(`60 of ${all} are shown.`)).toBeVisible();
  await user.click(await theButton('Show older'));
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Remove:/ })).toHaveLength(all));
  expect(screen.queryByRole('button', { name: 'Show older' })).not.toBeInTheDocument();
});

test('a record is put right where it stands, and says so', async () => {
  const { user } = await renderApp({ path: sizes });
  const shoe = await theRecord('Shoe 39');
  await user.click(shoe.getByRole('button', { name: 'Put right: Shoe 39' }));
  const field = shoe.getByRole('combobox', { name: 'What is right' });
  expect(field).toHaveFocus();
  await user.selectOptions(field, '40');
  await user.click(shoe.getByRole('button', { name: 'Save' }));
  const after = await theRecord('Shoe 40');
  expect(await after.findByText('Saved')).toBeVisible();
  expect(after.getByText('Put right on 22 November 2026')).toBeVisible();
  expect(after.queryByRole('combobox')).not.toBeInTheDocument();
  expect(screen.getByText('Shoe 40')).toHaveFocus();
  expect(after.getByRole('button', { name: 'Put right: Shoe 40' })).toBeEnabled();
});

test('what I typed is kept while it cannot be saved, and what cannot stand there is not sent', async () => {
  const { user } = await renderApp({
    world: await broken(on(['correctRecord'], answers('malformed', 'No.'))),
    path: sizes,
  });
  const hip = await theRecord('Hip 101 cm');
  await user.click(hip.getByRole('button', { name: /^Put right/ }));
  const field = hip.getByRole('textbox', { name: 'What is right' });
  await user.clear(field);
  await user.type(field, 'wide');
  await user.click(hip.getByRole('button', { name: 'Save' }));
  expect(await hip.findByText('Write a number in figures, like 42 or 6.5.')).toBeVisible();
  expect(field).toHaveFocus();
  await user.clear(field);
  await user.type(field, '99');
  await user.click(hip.getByRole('button', { name: 'Save' }));
  expect(await hip.findByText(/^This does not fit here\./)).toBeVisible();
  expect(field).toHaveValue('99');
  expect(hip.queryByText('Saved')).not.toBeInTheDocument();
});

test('a record is removed after one question, and its place says what became of it until I leave', async () => {
  const { user, world } = await renderApp({ path: sizes });
  const before = await heldOf(world, 'sizes');
  const hip = await theRecord('Hip 101 cm');
  await user.click(hip.getByRole('button', { name: 'Remove: Hip 101 cm' }));
  expect(hip.getByText('It goes from here now, and from backups by 22 December 2026.')).toBeVisible();
  expect(hip.getByRole('group', { name: 'Remove this record?' }).parentElement).toHaveFocus();
  await user.click(hip.getByRole('button', { name: 'Keep it' }));
  expect(screen.getByText('Hip 101 cm')).toHaveFocus();
  await user.click(hip.getByRole('button', { name: 'Remove: Hip 101 cm' }));
  await user.click(hip.getByRole('button', { name: 'Remove it' }));
  expect(screen.getByText('Hip 101 cm')).toHaveFocus();
  const gone = await screen.findByText('Removed. Gone from backups by 22 December 2026.');
  expect(await screen.findByText(`${before - 1} records`)).toBeVisible();
  expect(gone.closest('li')).toHaveTextContent('Hip 101 cm');
  expect(await heldOf(world, 'sizes')).toBe(before - 1);
  await user.click(screen.getByRole('link', { name: 'All we hold' }));
  await user.click((await theRow('Sizes and measurements')).getByRole('link', { name: 'Sizes and measurements' }));
  expect(await screen.findByText('Waist 76 cm')).toBeVisible();
  expect(screen.queryByText('Hip 101 cm')).not.toBeInTheDocument();
});

test('a record that the law asks for says so before, and is kept for that alone after', async () => {
  const { user, world } = await renderApp({ path: '/held/purchases?item=return' });
  const [first] = (await recordsOf(world, 'category=purchases&item=return&limit=1')).records;
  const name = await screen.findAllByText(first?.label ?? 'no such record');
  const row = name[0]?.closest('li');
  if (!row) throw new Error('The newest return is not on the page.');
  await user.click(within(row).getByRole('button', { name: /^Remove:/ }));
  expect(
    within(row).getByText(/^Law or contract asks for it\. We keep it only for: .*Keep our tax records/),
  ).toBeVisible();
  await user.click(within(row).getByRole('button', { name: 'Remove it' }));
  expect(
    await within(row).findByText(/^Kept only for: .*Keep our tax records\. It serves nothing else now\.$/),
  ).toBeVisible();
  expect(await within(row).findByText(/^Forgotten, and kept only for: /)).toBeVisible();
  expect(within(row).queryByRole('button')).not.toBeInTheDocument();
});

test('offline, nothing is called removed; it goes when the connection is back', async () => {
  const world = await broken(on(['forget'], times(1, connectionCut)));
  const { user } = await renderApp({ world, path: sizes });
  const hip = await theRecord('Hip 101 cm');
  await user.click(hip.getByRole('button', { name: /^Remove/ }));
  await user.click(hip.getByRole('button', { name: 'Remove it' }));
  expect(await hip.findByText(/^You are offline\.|^We have no answer yet/)).toBeVisible();
  expect(screen.queryByText(/^Removed\./)).not.toBeInTheDocument();
  world.connection.set(true);
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByText(/^Removed\. Gone from backups by/)).toBeVisible();
});

test('all of a kind is forgotten after one dialog that says what follows, and the overview says so, too', async () => {
  const { user } = await renderApp({ path: '/held' });
  const row = await theRow('Purchases');
  await user.click(row.getByRole('button', { name: 'Forget all of it: Purchases' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Forget all we hold as “Purchases”?' }));
  expect(dialog.getByText(/only for: .*Keep our tax records.*How long: 6 years/)).toBeVisible();
  expect(
    dialog.getByText(/^Until there is new data, these have nothing to work with: .*Pick things for you/),
  ).toBeVisible();
  expect(dialog.getByText(/^What we concluded from it alone goes too\./)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Keep it' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(row.queryByText(/Gone from backups/)).not.toBeInTheDocument();
  await user.click(row.getByRole('button', { name: 'Forget all of it: Purchases' }));
  await user.click(await theButton('Forget it'));
  expect(await row.findByText('All of these records had to stay.')).toBeVisible();
  expect(row.getAllByText(/serve nothing else/).length).toBeGreaterThan(0);
  expect(row.queryByText(/^Forgotten on/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Overview' }));
  expect(await screen.findByRole('heading', { name: 'What we hold, and what you get' })).toBeVisible();
  expect((await theRow('Purchases')).getByText(/^Forgotten on 22 November 2026/)).toBeVisible();
});

test('what was forgotten before says so, with what stays and for what', async () => {
  await renderApp({ scenario: 'forgotten-purchases', path: '/held/purchases' });
  expect(await screen.findByText(/^Forgotten on 22 November 2026\. .* only for: .*Keep our tax records/)).toBeVisible();
  expect((await screen.findAllByText(/^Forgotten, and kept only for:/))[0]).toHaveTextContent('Keep our tax records');
  expect(screen.queryByRole('button', { name: /^Remove|^Forget/ })).not.toBeInTheDocument();
});

test('what can go is gone, and said to be: here now, and from backups by a day', async () => {
  const { user, world } = await renderApp({ path: '/held/browsing' });
  const count = await heldOf(world, 'browsing');
  await user.click(await theButton('Forget all of it'));
  await user.click(await theButton('Forget it'));
  const told = `${count.toLocaleString('en-GB')} records are gone from here now. Gone from backups by 22 December 2026.`;
  expect(await screen.findByText(told)).toBeVisible();
  expect(await heldOf(world, 'browsing')).toBe(0);
});

test('everything is forgotten but what the law asks for', async () => {
  const { user, world } = await renderApp({ path: '/held' });
  await user.click(await theButton('Forget everything'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Forget all we hold about you?' }));
  expect(dialog.getAllByText(/^Purchases: We keep/)[0]).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Forget it' }));
  const section = within(screen.getByRole('region', { name: 'Forget everything' }));
  expect(await section.findByText(/records are gone from here now\. Gone from backups by/)).toBeVisible();
  expect(await heldOf(world, 'browsing')).toBe(0);
  expect(await heldOf(world, 'purchases')).toBeGreaterThan(0);
});

test('what a conclusion rests on is shown, of any kind, with the way back', async () => {
  const world = await createWorld(scenario('behind', 'What these tests need.', {}));
  const { inferences } = await askFor<Inferences>(world.anotherDevice(), world.scenario.brand, 'GET', '/me/inferences');
  const id = inferences[0]?.id ?? '';
  const { count } = await recordsOf(world, `behind=${id}`);
  expect(count).toBeGreaterThan(0);
  await renderApp({ world, path: `/held?behind=${id}` });
  expect(await screen.findByRole('heading', { name: 'What this rests on' })).toBeVisible();
  expect(await screen.findByText(`${count.toLocaleString('en-GB')} records`)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Back to what we concluded' })).toHaveAttribute('href', `/concluded#${id}`);
});

test('records that cannot be read say so in their place, and come when I ask again', async () => {
  const world = await broken(on(['listRecords'], times(1, answers('internal', 'This is our fault.'))));
  const { user } = await renderApp({ world, path: sizes });
  expect(await screen.findByText(/^We cannot show these records right now\./)).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Sizes and measurements: what we hold' })).toBeVisible();
  await user.click(await theButton('Try again'));
  expect(await screen.findByText('Shoe 39')).toBeVisible();
});

test('for a new customer it says what is not there yet, and when that changes', async () => {
  await renderApp({ scenario: 'new-customer', path: '/held' });
  expect(await (await theRow('Wish lists')).findByText(/^Nothing/)).toBeVisible();
  expect((await theRow('Wish lists')).queryByRole('button')).not.toBeInTheDocument();
  expect((await theRow('Wish lists')).queryByRole('link')).not.toBeInTheDocument();
});

test.each(['/held', '/held/purchases', '/safety'])('a backend that cannot tell has no page at %s', async (path) => {
  await renderApp({ scenario: 'minimal-capabilities', path });
  expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
});

test('a kind that the notice does not have has no page', async () => {
  await renderApp({ path: '/held/moods' });
  expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
});
