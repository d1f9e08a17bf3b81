import { expect } from '@playwright/test';
import { openDemo, test } from './fixtures.ts';

test('without signing in I read, turn things off by keyboard, and they are off when I come again and in my account', async ({
  page,
  context,
  server,
}) => {
  await page.goto(`${server.origin}/data/purchases`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What we collect, and why');
  const card = page.getByRole('region', { name: 'Purchases' });
  const turnOff = card.getByRole('button', { name: /^Turn off\s*: Match offers/ });
  await turnOff.waitFor();
  // Whoever only reads is not followed.
  expect((await context.cookies()).filter(({ httpOnly }) => httpOnly)).toEqual([]);

  await turnOff.focus();
  await page.keyboard.press('Enter');
  await expect(card.getByText('Saved for this browser')).toBeVisible();
  await expect(card.getByText(/in this browser since/)).toBeVisible();
  expect((await context.cookies()).filter(({ httpOnly }) => httpOnly)).toHaveLength(1);

  await page.reload();
  await expect(card.getByText(/in this browser since/)).toBeVisible();

  await openDemo(page, server);
  await expect(
    page.getByText('What you turned off in this browser is off in your account, too: Match offers to your orders.'),
  ).toBeVisible();
  await page.goto(`${server.origin}/data/purchases`);
  await expect(page.getByRole('switch', { name: 'Match offers to your orders' })).not.toBeChecked();
});

test('where cookies are blocked, what I turn off holds until I close the page, and the page says so', async ({
  browser,
  server,
}) => {
  const closed = await browser.newContext();
  // The browser takes none: what the server sets is gone before the next request.
  await closed.route('**/v1/**', async (route) => {
    const headers = { ...route.request().headers() };
    delete headers['cookie'];
    await route.continue({ headers });
  });
  await closed.route('**/session', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers['set-cookie'];
    await route.fulfill({ response, headers });
  });
  const page = await closed.newPage();
  await page.goto(`${server.origin}/data/purchases`);
  const card = page.getByRole('region', { name: 'Purchases' });
  await card.getByRole('button', { name: /^Turn off\s*: Match offers/ }).click();
  await expect(card.getByText('Holds until you close this page')).toBeVisible();
  await expect(page.getByText(/^Your browser keeps no cookies\./)).toBeVisible();
  await closed.close();
});
