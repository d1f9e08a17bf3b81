import { expect } from '@playwright/test';
import { holdScripts, isTakenOver, watchShifts } from './drawn-page.ts';
import { openDemo, test } from './fixtures.ts';

for (const path of [
  '/concluded',
  '/activity',
  '/activity?category=purchases&until=2026-03-31',
  '/concluded?lang=ar-XB',
])
  test(`${path} is there before its script, and the script takes it over as it is`, async ({
    page,
    server,
    offences,
  }) => {
    await openDemo(page, server);
    const shifted = await watchShifts(page);
    const letGo = await holdScripts(page);
    await page.goto(server.origin + path, { waitUntil: 'commit' });
    await expect(page.locator('main section').first()).toBeVisible();
    await page.waitForFunction(() => document.readyState !== 'loading');
    const html = () => page.locator('main').innerHTML();
    const drawn = await html();
    letGo();
    await isTakenOver(page);
    await page.waitForLoadState('networkidle');
    expect(await html()).toBe(drawn);
    expect(await shifted()).toBe(0);
    expect(offences).toEqual({ foreign: [], policy: [], errors: [] });
  });

test('I say that a conclusion is wrong, and it is wrong on my other device, too', async ({ page, browser, server }) => {
  await openDemo(page, server);
  await page.goto(`${server.origin}/concluded`);
  const conclusion = 'You buy new clothes each season';
  await page.getByRole('article', { name: conclusion }).getByRole('button', { name: 'That’s wrong' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await openDemo(other, server);
  await other.goto(`${server.origin}/concluded`);
  await expect(other.getByRole('article', { name: conclusion })).toContainText('We use it for nothing.');
});

test('I follow an event to its switch, turn it off and come back: it says since when it is off', async ({
  page,
  server,
}) => {
  await openDemo(page, server);
  await page.goto(`${server.origin}/activity?use=interests.home`);
  await expect(page.getByText('On now').first()).toBeVisible();
  await page.getByRole('link', { name: 'Sort the shop by your interests' }).first().click();
  const control = page.getByRole('switch', { name: 'Sort the shop by your interests' });
  await control.click();
  await expect(control).not.toBeChecked();
  await expect(page.locator('.choice', { has: control })).toContainText('Saved');
  await page.goBack();
  await expect(page.getByText(/^Off since \d+\s\w+ \d{4}$/).first()).toBeVisible();
  await expect(page.getByText('On now')).toHaveCount(0);
});
