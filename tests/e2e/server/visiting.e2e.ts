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
  // The server opens the session, and the browser does not take the cookie that it is kept in.
  await closed.route('**/session', (route) =>
    route.fulfill({ json: { customer: { name: '' }, expiresAt: '2099-01-01T00:00:00.000Z' } }),
  );
  const page = await closed.newPage();
  await page.goto(`${server.origin}/data/purchases`);
  const card = page.getByRole('region', { name: 'Purchases' });
  await card.getByRole('button', { name: /^Turn off\s*: Match offers/ }).click();
  await expect(card.getByText('Holds until you close this page')).toBeVisible();
  await expect(page.getByText(/^Your browser keeps no cookies\./)).toBeVisible();
  await closed.close();
});
