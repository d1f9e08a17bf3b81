import { expect } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/axe.ts';
import { isTakenOver } from './drawn-page.ts';
import { openDemo, test } from './fixtures.ts';

for (const [missing, here] of [
  ['the whole script', null],
  ['its words and all that comes late', /\/assets\/(?:index|rolldown-runtime)-/],
] as const) {
  test(`${missing} does not come: the switches stay as they are stored, and the page says so and can be loaded again`, async ({
    page,
    server,
  }) => {
    await openDemo(page, server);
    const failed = page.getByRole('alert');
    const again = failed.getByRole('link', { name: 'Load the page again' });
    const sizes = page.locator('#switch-sizes');
    let held = Promise.withResolvers<void>();
    await page.route('**/assets/*.js', async (route) => {
      await held.promise;
      return here?.test(route.request().url()) ? route.continue() : route.abort();
    });
    await page.goto(`${server.origin}/?lang=en`, { waitUntil: 'commit' });
    await expect(sizes).toBeChecked();
    await expect(failed).toBeHidden();
    await sizes.click();
    await expect(sizes).not.toBeChecked();
    held.resolve();
    await expect(again).toBeInViewport();
    await expect(failed).toContainText('Nothing that you press is saved.');
    await expect(sizes).toBeChecked();
    await sizes.click();
    await expect(sizes).toBeChecked();

    // Again in vain, and this time nothing is pressed: it says so all the same.
    held = Promise.withResolvers<void>();
    await again.click();
    await expect(failed).toBeHidden();
    held.resolve();
    await expect(again).toBeInViewport();

    await page.unroute('**/assets/*.js');
    await again.click();
    await isTakenOver(page);
    expect(page.url()).toBe(`${server.origin}/?lang=en`);
    await expect(failed).toBeHidden();
    await sizes.click();
    await expect(
      page.getByRole('article', { name: 'Sizes' }).getByText('Saved', { exact: true }).first(),
    ).toBeVisible();
  });

  test(`${missing} does not come, signed out: what is collected stays to be read, and the page says so`, async ({
    page,
    server,
  }) => {
    await page.route('**/assets/*.js', (route) =>
      here?.test(route.request().url()) ? route.continue() : route.abort(),
    );
    await page.goto(server.origin);
    await expect(page.getByRole('link', { name: 'Load the page again' })).toBeInViewport();
    await expect(page.getByRole('heading', { level: 1, name: 'What we collect, and why' })).toBeVisible();
    await expect(page.getByText('To show things that go with what you bought in the last 24 months.')).toBeVisible();
    // No room is left for what does not come.
    await expect(page.locator('#here')).toBeHidden();
    await expectAccessible(page, `without ${missing}`);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page reads well, and says what the switches need', async ({ page, server }) => {
    const opened = await page.request.post(`${server.origin}/v1/halden-row/session`, {
      headers: { 'Evenhand-Client': 'web', Origin: server.origin },
      data: { demo: 'maya' },
    });
    expect(opened.ok()).toBe(true);
    await page.goto(`${server.origin}/data/purchases`);
    await expect(page.getByRole('heading', { level: 1, name: 'What we hold, and what you get' })).toBeVisible();
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('noscript p')).toContainText('The switches need JavaScript.');
    // A switch that cannot turn is not there: its state is, in words.
    expect(await page.getByRole('switch').count()).toBe(0);
    await expect(page.locator('#switch-payment')).toBeHidden();
    // Nor is anything else offered that needs a script.
    expect(await page.getByRole('button', { name: /Turn o|Sign out/ }).count()).toBe(0);
    await expect(page.locator('.disclosure-mark').first()).toBeHidden();
    await expect(page.locator('#state-sizes')).toContainText('On · 2 of 2 uses');
    await expect(page.getByText('To show things that go with what you bought in the last 24 months.')).toBeVisible();
    // A link needs none.
    await page.goto(`${server.origin}/receipts/1`);
    await expect(page.getByRole('link', { name: /Download/ })).toBeVisible();
  });

  test('signed out, it says what is collected and why', async ({ page, server }) => {
    await page.goto(server.origin);
    await expect(page.getByRole('heading', { level: 1, name: 'What we collect, and why' })).toBeVisible();
    await expect(page.locator('noscript .notice-bar')).toBeVisible();
    await expect(page.locator('noscript .notice-bar')).toContainText('This page needs JavaScript');
    const why = page.locator('article:has(#heading-purchases) dl');
    await expect(why).toBeVisible();
    await expect(why).toContainText('To show things that go with what you bought in the last 24 months.');
    await expect(page.getByRole('switch')).toHaveCount(0);
    // No room is left for what does not come.
    await expect(page.locator('#here')).toBeHidden();
  });
});
