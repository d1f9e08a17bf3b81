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
  await user.click(await theButton('Turn off all 24 optional uses'));
  await waitFor(() => expect(said().slice(1)).toEqual(['24 uses: Saved']));
  await user.click(await theButton(/^Turn on/));
  await waitFor(() => expect(said().slice(2)).toEqual(['22 uses: Saved']));
  await user.click(await theButton('Turn off all 24 optional uses'));
  await waitFor(() => expect(said().slice(3)).toEqual(['24 uses: Saved']));
});
