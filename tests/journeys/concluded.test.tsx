import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { theButton, theTitle } from './page-parts.ts';

const nursery = 'You are furnishing a child’s room';
const theConclusion = async (name = nursery) => within(await screen.findByRole('article', { name }));
const press = async (user: UserEvent, answer: string): Promise<void> =>
  user.click((await theConclusion()).getByRole('button', { name: answer }));
const tile = async (term: RegExp, name?: string) => {
  const start = await (await theConclusion(name)).findByText(term);
  return within(start.closest('li') ?? start);
};
const to = (links: readonly HTMLElement[]) => links.map((link) => link.getAttribute('href'));

describe('what was concluded', () => {
  test('is counted and dated first, and leads to what all of it says together', async () => {
    await renderApp({ path: '/concluded?lang=en-GB' });
    expect(await theTitle()).toHaveTextContent('What we concluded about you');
    expect(document.title).toMatch(/^What we concluded about you · /);
    expect(await screen.findByText(/^We hold/)).toHaveTextContent(
      /^We hold \d conclusions about you\. The newest is of \d+\s\w+ 2026, the oldest of \d+\s\w+ 2025\.$/,
    );
    const link = screen.getByRole('link', { name: 'See what all of it says together' });
    expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).toHaveTextContent('All of it together');
  });

  test('is a chain of three: what we saw leads to its records, what we used it for to the use and each time', async () => {
    await renderApp({ path: '/concluded?lang=en-GB' });
    expect((await theConclusion()).getByRole('heading', { level: 2, name: nursery })).toBeVisible();
    const seen = await tile(/^We saw$/);
    const id = screen.getByRole('heading', { name: nursery }).id;
    expect(to(seen.getAllByRole('link'))).toContain(`/held/purchases?lang=en-GB&item=order_line&behind=${id}`);
    expect(seen.getByText(/^From .* 2025 to .* 2026\.$/)).toBeVisible();
    expect(
      (await tile(/^So we concluded, fairly sure$/)).getByText(/^On .* 2026\. It lapses on .* 2027\.$/),
    ).toBeVisible();
    const used = await tile(/^And used it to$/);
    expect(used.getByText(/times$/)).toHaveTextContent(/^\d+ times$/);
    expect(to(used.getAllByRole('link')).slice(0, 2)).toEqual([
      '/data/interests?lang=en-GB#home',
      '/activity?lang=en-GB&use=interests.home',
    ]);
  });

  test('can be read from an address that names it', async () => {
    const { close } = await renderApp({ path: '/concluded' });
    await theConclusion();
    const { id } = screen.getByRole('heading', { name: nursery });
    close();
    await renderApp({ path: `/concluded#${id}` });
    await waitFor(() => expect(screen.getByRole('heading', { name: nursery })).toHaveFocus());
  });
});

describe('I judge a conclusion', () => {
  test('it is right: it says so with the day, also when I come back', async () => {
    const { user, world, close } = await renderApp({ path: '/concluded' });
    await press(user, 'That’s right');
    const said = /^You said this is right on \d+\s\w+ 2026\.$/;
    expect(await (await tile(/^So we concluded, and you agree$/)).findByText(said)).toBeVisible();
    expect(await screen.findByText('Saved')).toBeVisible();
    close();
    await renderApp({ world, path: '/concluded' });
    expect(await (await theConclusion()).findByText(said)).toBeVisible();
    expect(screen.queryByText('Saved')).not.toBeInTheDocument();
  });

  test('it is wrong: it is used for nothing, also when I come back', async () => {
    const { user, world, close } = await renderApp({ path: '/concluded' });
    await press(user, 'That’s wrong');
    const said = /^You said this is wrong on \d+\s\w+ 2026\. We use it for nothing\.$/;
    expect(await (await theConclusion()).findByText(said)).toBeVisible();
    expect((await tile(/^And use it for$/)).getByText('Nothing')).toBeVisible();
    close();
    await renderApp({ world, path: '/concluded' });
    expect(await (await theConclusion()).findByText(said)).toBeVisible();
  });

  test('I remove it: a line tells so until I leave, the keyboard stays there, and then it is gone', async () => {
    const { user, world, close } = await renderApp({ path: '/concluded' });
    const before = (await screen.findAllByRole('article')).length;
    await press(user, 'Remove it');
    const line = (await screen.findByText('You removed this. We use it for nothing.')).parentElement;
    expect(line).toHaveTextContent(nursery);
    await waitFor(() => expect(line).toHaveFocus());
    expect(screen.getAllByRole('article')).toHaveLength(before - 1);
    close();
    await renderApp({ world, path: '/concluded' });
    await screen.findAllByRole('article');
    expect(screen.queryByText(nursery)).not.toBeInTheDocument();
  });

  test('I forbid it: it moves to what is never concluded, stays there, and can be allowed again', async () => {
    const { user, world, close } = await renderApp({ path: '/concluded' });
    await press(user, 'Never conclude this');
    expect(await screen.findByText(/^We never conclude this again\./)).toBeVisible();
    close();
    const second = await renderApp({ world, path: '/concluded' });
    const never = within(await screen.findByRole('region', { name: 'Never conclude' }));
    expect(never.getByText(nursery)).toBeVisible();
    expect(never.getByText(/^You forbade it on \d+\s\w+ 2026\.$/)).toBeVisible();
    expect(screen.queryByRole('article', { name: nursery })).not.toBeInTheDocument();
    await second.user.click(await theButton('Allow it again'));
    const allowed = await never.findByText(/^You allow this again\./);
    expect(allowed).toBeVisible();
    await waitFor(() => expect(never.getByText(nursery)).toHaveFocus());
    second.close();
    await renderApp({ world, path: '/concluded' });
    await screen.findAllByRole('article');
    expect(screen.queryByRole('region', { name: 'Never conclude' })).not.toBeInTheDocument();
  });

  test('without a connection it is not called saved, and goes when I am back', async () => {
    const { user, world } = await renderApp({ path: '/concluded' });
    await theConclusion();
    world.connection.set(false);
    await press(user, 'That’s wrong');
    expect(await screen.findByText(/^You are offline\. Nothing is saved yet\./)).toBeVisible();
    expect((await theConclusion()).queryByText(/^You said/)).not.toBeInTheDocument();
    world.connection.set(true);
    expect(await (await theConclusion()).findByText(/^You said this is wrong/)).toBeVisible();
  });
});

test('the combined picture speaks by source, and each sentence leads to its records', async () => {
  await renderApp({ path: '/concluded?lang=en-GB' });
  const picture = within(await screen.findByRole('region', { name: 'All of it together' }));
  expect(picture.getByText('Single facts look harmless. Together they say more.')).toBeVisible();
  expect(picture.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
    'You told us',
    'We noticed',
    'We concluded',
    'We bought',
  ]);
  expect(picture.getByText(/^You bought \d+ things from us since December 2023/)).toBeVisible();
  expect(to([picture.getByRole('link', { name: 'The records: Purchases' })])).toEqual(['/held/purchases?lang=en-GB']);
});

test('somebody of whom nothing is concluded reads that, and when it changes', async () => {
  await renderApp({ scenario: 'new-customer', path: '/concluded' });
  expect(await screen.findByText(/^We conclude nothing about you\. When we do, it appears here/)).toBeVisible();
  expect(screen.queryByRole('article')).not.toBeInTheDocument();
});

test('what rested on purchases alone went with them, and no purchase is a reason any more', async () => {
  await renderApp({ scenario: 'forgotten-purchases', path: '/concluded' });
  await screen.findByRole('region', { name: 'All of it together' });
  expect(screen.queryByRole('link', { name: /^The things you bought/ })).not.toBeInTheDocument();
});

test('where it cannot be read the page says so in its place, with a way on', async () => {
  await renderApp({ scenario: 'panels-fail', path: '/concluded' });
  expect(await theTitle()).toHaveTextContent('What we concluded about you');
  expect(await screen.findByRole('alert')).toHaveTextContent('We cannot show right now what we concluded about you.');
  expect(await theButton('Try again')).toBeVisible();
});

test('a backend that does not tell its conclusions has no such page', async () => {
  await renderApp({ scenario: 'minimal-capabilities', path: '/concluded' });
  expect(await theTitle()).not.toHaveTextContent('What we concluded about you');
});
