import { expect, type Page } from '@playwright/test';
import { openDemo, test } from './fixtures.ts';

const shoe = (page: Page) => page.getByRole('form', { name: 'Which shoe size do you wear?' });
const size = (page: Page) => shoe(page).getByRole('combobox');

test('I answer a question offline, come back, and it is saved; then I take it back', async ({
  page,
  context,
  server,
}) => {
  await openDemo(page, server);
  await page.getByRole('link', { name: 'Tell us yourself' }).click();
  await expect(page.getByRole('main')).toContainText('You have answered 4 of 6 questions.');
  await context.setOffline(true);
  await size(page).selectOption('38');
  await shoe(page).getByRole('button', { name: 'Save answer' }).click();
  await expect(shoe(page)).toContainText('You are offline. Nothing is saved yet.');
  await expect(shoe(page).getByText('Saved', { exact: true })).toBeHidden();
  await context.setOffline(false);
  await expect(shoe(page).getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(shoe(page)).toContainText('Your answer: 38.');
  await expect(page.getByRole('main')).toContainText('You have answered 5 of 6 questions.');
  await shoe(page).getByRole('button', { name: 'Take it back' }).click();
  await expect(shoe(page).getByText('Taken back', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('main')).toContainText('You have answered 4 of 6 questions.');
  await expect(size(page)).toHaveValue('');
});

test('I say whether I expected what a card tells, and change my mind', async ({ page, server, offences }) => {
  await openDemo(page, server);
  await page.goto(`${server.origin}/data/browsing`);
  const asked = page.getByRole('group', { name: 'Did you expect this?' });
  const answer = (name: string) => asked.getByRole('button', { name });
  await answer('I expected this').click();
  await expect(asked.getByText('Saved', { exact: true })).toBeVisible();
  await expect(answer('I expected this')).toHaveAttribute('aria-pressed', 'true');
  await expect(asked).toContainText(/You can change your answer until .+ 20\d\d/);
  await answer('Not OK').click();
  await expect(answer('Not OK')).toHaveAttribute('aria-pressed', 'true');
  await expect(asked.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(answer('Not OK')).toHaveAttribute('aria-pressed', 'true');
  await expect(answer('I expected this')).toHaveAttribute('aria-pressed', 'false');
  expect(offences).toEqual({ foreign: [], policy: [], errors: [] });
});
