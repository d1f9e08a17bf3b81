import { expect, type Page } from '@playwright/test';
import { openDemo, test } from './fixtures.ts';

const main = (page: Page) => page.getByRole('main');
const use = 'purchases.recommendations';
const purchases = (page: Page) => page.getByRole('article', { name: 'Purchases', exact: true });

/** How many uses the overview says I allow. */
const allowed = async (page: Page) => Number(/You allow (\d+) of/.exec((await main(page).textContent()) ?? '')?.[1]);

test('I turn a use off where I see it both ways, and every place says the same: it is off from today', async ({
  page,
  server,
  offences,
}) => {
  await openDemo(page, server);
  const before = await allowed(page);
  await expect(purchases(page)).toContainText('On · 2 of 3 uses');
  const off = page.getByRole('region', { name: 'Off', exact: true });
  const on = page.getByRole('region', { name: 'On', exact: true });
  await page.goto(`${server.origin}/both-ways/${use}`);
  await expect(on).toContainText('This is what you see today');
  await expect(off).toContainText('This is what you would see');
  const promised = await off.getByRole('listitem').allTextContents();
  expect(promised.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Turn it off' }).click();
  await expect(main(page).getByText('Saved', { exact: true })).toBeVisible();
  await expect(off).toContainText('This is what you see today');
  await expect(on).toContainText('This is what you would see');
  expect(await off.getByRole('listitem').allTextContents()).toEqual(promised);

  await page.getByRole('link', { name: 'What you got' }).click();
  const heading = page.getByRole('heading', { level: 3, name: 'Pick things for you' });
  await expect(main(page).getByRole('listitem').filter({ has: heading })).toContainText(
    /Off since .+ 20\d\d\. Nothing is added\./,
  );

  await page.goto(`${server.origin}/activity?use=${use}`);
  const events = page.getByRole('region', { name: 'Each use of your data' });
  await expect(events.getByText(/^Off since .+ 20\d\d$/).first()).toBeVisible();
  await expect(events.getByText('On now')).toHaveCount(0);

  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(purchases(page)).toContainText('On · 1 of 3 uses');
  expect(await allowed(page)).toBe(before - 1);
  expect(offences).toEqual({ foreign: [], policy: [], errors: [] });
});
