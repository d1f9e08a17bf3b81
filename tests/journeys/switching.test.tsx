import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/render-app.tsx';

test('I switch a use off, and it says saved only when it is', async () => {
  const { user } = await renderApp({ path: '/data/purchases' });
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('What we hold, and what you get');
  const picks = await screen.findByRole('switch', { name: 'Pick things for you' });
  expect(picks).toBeChecked();
  await user.click(picks);
  expect(await screen.findByText('Saved', { selector: '*' })).toBeVisible();
});
