import { expect, type Page } from '@playwright/test';
import { openDemo, test } from './fixtures.ts';

const row = (page: Page) => page.getByRole('article', { name: 'Interests' });
const home = (page: Page) => page.getByRole('switch', { name: 'Interests: all 2 optional uses' });

test('two tabs agree without being asked', async ({ page, context, server }) => {
  await openDemo(page, server);
  const second = await context.newPage();
  await second.goto(`${server.origin}/`);
  await expect(home(second)).toBeChecked();
  await home(page).click();
  await expect(row(page).getByText('Saved', { exact: true })).toBeVisible();
  await expect(home(second)).not.toBeChecked();
});

test('I go offline, switch, and come back: it waits and says so, then it is saved', async ({
  page,
  context,
  server,
}) => {
  await openDemo(page, server);
  await expect(home(page)).toBeChecked();
  await context.setOffline(true);
  await home(page).click();
  await expect(row(page).getByText(/You are offline/)).toBeVisible();
  await expect(row(page).getByText('Saved', { exact: true })).toBeHidden();
  await context.setOffline(false);
  await expect(row(page).getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(home(page)).not.toBeChecked();
});

test('I sign out, and nothing of mine is left on the screen', async ({ page, server }) => {
  await openDemo(page, server);
  await expect(page.getByText('Signed in as Maya Fenn')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What we collect, and why' })).toBeVisible();
  await expect(page.getByText('Maya Fenn')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'What we collect, and why' })).toBeVisible();
});

test('somebody else signs in on this browser, and sees only what is theirs', async ({ page, server }) => {
  await openDemo(page, server);
  await openDemo(page, server, 'noor');
  await expect(page.getByText('Signed in as Noor Aziz')).toBeVisible();
  await expect(page.getByText('Ankle boots')).toBeHidden();
});

test('I go offline before I open a card: the page stays, says so, and opens it when I am back', async ({
  page,
  context,
  server,
}) => {
  await openDemo(page, server);
  await expect(home(page)).toBeChecked();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Purchases' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'What we hold, and what you get' })).toBeVisible();
  await home(page).click();
  await expect(row(page).getByText(/You are offline/)).toBeVisible();
  // As out of doors: the browser says that it is connected, and the next requests still fail.
  let failing = 2;
  await context.route('**/assets/category-card-*.js', (route) => {
    failing -= 1;
    return failing >= 0 ? route.abort('internetdisconnected') : route.continue();
  });
  await context.setOffline(false);
  await expect(page.getByRole('switch', { name: 'Pick things for you' })).toBeVisible();
  expect(failing).toBeLessThan(0);
});
