import { expect, type Page } from '@playwright/test';
import { openDemo, test } from './fixtures.ts';

const picks = (page: Page) => page.getByRole('switch', { name: 'Pick things for you' });

test('I see the trade, switch it off, and it is off: after a reload, after the server was killed, on another device', async ({
  page,
  server,
  browser,
}) => {
  await openDemo(page, server);
  await page.getByRole('button', { name: 'Purchases' }).click();
  await expect(picks(page)).toBeChecked();
  await picks(page).click();
  await expect(page.getByRole('region', { name: 'Purchases' }).getByText('Saved', { exact: true })).toBeVisible();
  await expect(picks(page)).not.toBeChecked();

  await page.reload();
  await expect(picks(page)).not.toBeChecked();

  await server.kill();
  await server.launch();
  await page.reload();
  await expect(picks(page)).not.toBeChecked();

  const otherDevice = await browser.newContext();
  const there = await otherDevice.newPage();
  await openDemo(there, server);
  await there.goto(`${server.origin}/data/purchases`);
  await expect(picks(there)).not.toBeChecked();
  await otherDevice.close();
});

test('I press while the server is down: it is not called saved, and is stored when the server is back', async ({
  page,
  server,
}) => {
  await openDemo(page, server);
  await page.goto(`${server.origin}/data/purchases`);
  await expect(picks(page)).toBeChecked();
  // The card is there before its script is, and without it nothing could be kept.
  await page.waitForLoadState('networkidle');
  await server.kill();
  await picks(page).click();
  const row = page.getByRole('region', { name: 'Purchases' });
  await expect(row.getByText(/not saved yet/)).toBeVisible();
  await expect(row.getByText('Saved', { exact: true })).toBeHidden();
  await server.launch();
  await row.getByRole('button', { name: 'Try now' }).click();
  await expect(row.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(picks(page)).not.toBeChecked();
});

test('I open the receipt of what I saved, and come back to where I was', async ({ page, server }) => {
  await openDemo(page, server);
  await page.goto(`${server.origin}/halden-row/data/purchases`);
  await picks(page).click();
  await page.getByRole('region', { name: 'Purchases' }).getByRole('link', { name: 'receipt' }).click();
  await expect(page).toHaveURL(/\/halden-row\/receipts\/\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('main')).toContainText('Pick things for you');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Download/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^halden-row-receipt-\d+\.jws$/);
  await page.goBack();
  await expect(page).toHaveURL(`${server.origin}/halden-row/data/purchases`);
  await expect(picks(page)).not.toBeChecked();
});
