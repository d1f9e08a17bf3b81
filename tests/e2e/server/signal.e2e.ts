import { expect } from '@playwright/test';
import { openDemo, test } from './fixtures.ts';

test('my browser asks sites not to sell or share: it is honoured, said, and on record without the signal', async ({
  browser,
  page,
  server,
}) => {
  // Allowed on a browser without a signal first, so that there is something to turn off.
  await openDemo(page, server);
  await page.goto(`${server.origin}/data/purchases`);
  const ads = page.getByRole('switch', { name: 'Use your orders for ads on other sites' });
  await ads.click();
  await expect(page.getByRole('region', { name: 'Purchases' }).getByText('Saved', { exact: true })).toBeVisible();

  const asking = await browser.newContext({ extraHTTPHeaders: { 'Sec-GPC': '1' } });
  await asking.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  const there = await asking.newPage();
  await openDemo(there, server);
  await expect(
    there.getByText('Your browser asks sites not to sell or share your data. We do as it asks.'),
  ).toBeVisible();
  await there.goto(`${server.origin}/data/purchases`);
  await expect(there.getByRole('switch', { name: 'Use your orders for ads on other sites' })).not.toBeChecked();
  await asking.close();

  await page.reload();
  await expect(ads).not.toBeChecked();
});
