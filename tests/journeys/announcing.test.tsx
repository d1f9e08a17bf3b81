import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';
import { theButton, theSwitch } from './page-parts.ts';

/** Everything that the page's live region says from now on, one after the other. */
function listen(): () => readonly string[] {
  const region = screen.getByRole('status');
  const said: string[] = [];
  const note = (): void => {
    const text = region.textContent;
    if (text !== '') said.push(text);
  };
  new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  return () => said;
}

test('every press on a use is told anew, though the words are the same', async () => {
  const { user } = await renderApp({ path: '/data/purchases' });
  const picks = await theSwitch('Pick things for you');
  const said = listen();
  await user.click(picks);
  await waitFor(() => expect(said()).toEqual(['Pick things for you: Saved']));
  await user.click(picks);
  await waitFor(() => expect(said()).toEqual(['Pick things for you: Saved', 'Pick things for you: Saved']));
});

test('a press on everything tells how many uses it was about, each time', async () => {
  const { user } = await renderApp();
  await user.click(await theSwitch('Wish lists: all 2 optional uses'));
  const said = listen();
  await waitFor(() => expect(said()).toEqual(['2 uses: Saved']));
  await user.click(await theButton('Turn off all 26 optional uses'));
  await waitFor(() => expect(said().slice(1)).toEqual(['26 uses: Saved']));
  await user.click(await theButton(/^Turn on/));
  await waitFor(() => expect(said().slice(2)).toEqual(['24 uses: Saved']));
  await user.click(await theButton('Turn off all 26 optional uses'));
  await waitFor(() => expect(said().slice(3)).toEqual(['26 uses: Saved']));
});

test('the same press again without a connection is told again', async () => {
  const { user, world } = await renderApp();
  const all = await theButton('Turn off all 26 optional uses');
  world.connection.set(false);
  const said = listen();
  const sentence = '26 uses: You are offline. It is off here, and we save it when you are back.';
  await user.click(all);
  await waitFor(() => expect(said()).toEqual([sentence]));
  await user.click(all);
  await waitFor(() => expect(said()).toEqual([sentence, sentence]));
});

test('what joined my account when I signed in is said, and in my own words why it is off', async () => {
  await renderApp({ scenario: 'linked', path: '/data/purchases' });
  expect(
    await screen.findByText(
      'What you turned off in this browser is off in your account, too: Match offers to your orders and Count what works on our site.',
    ),
  ).toBeVisible();
});

test('what joined my account is said once', async () => {
  const { world, close } = await renderApp({ scenario: 'linked' });
  await screen.findByText(/^What you turned off in this browser is off in your account, too/);
  close();
  await renderApp({ world });
  await theButton('Turn off all 26 optional uses');
  await expect(screen.findByText(/^What you turned off in this browser/, {}, { timeout: 1000 })).rejects.toThrow(
    'Unable to find',
  );
});

test('a notice that covers more shows what changed, for whoever asks', async () => {
  const { user } = await renderApp({ scenario: 'notice-widened-difference' });
  await user.click(await screen.findByText('What changed'));
  expect(await screen.findByText('Now also shared with Adreach.')).toBeVisible();
  expect(screen.getByText('Kept 9 years instead of 24 months.')).toBeVisible();
  expect(screen.getByText('A machine now decides, not a person.')).toBeVisible();
});
