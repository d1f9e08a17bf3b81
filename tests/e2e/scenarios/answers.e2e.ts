import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/e2e/axe.ts';
import { openScenario } from './open-scenario.ts';
import { outcomes } from './outcomes.ts';

for (const [name, outcome] of Object.entries(outcomes)) {
  test(`in "${name}", what becomes of a press passes every rule, in light and dark and on a phone`, async ({
    page,
  }) => {
    await openScenario(page, name, '/data/location');
    await page.getByRole('switch', { name: 'Show stock in your nearest shop', exact: true }).click();
    await expect(page.getByRole('article', { name: 'Location' }).getByText(outcome).first()).toBeVisible();
    await expectAccessible(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'dark');
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page, 'at 320 px');
    await expectAccessible(page, 'dark, at 320 px');
  });
}

test('every question that is asked before a use is turned on passes every rule', async ({ page }) => {
  await openScenario(page, 'everything-off', '/data/access');
  await page.getByRole('switch', { name: 'Tell drivers what help you need', exact: true }).click();
  await page.getByRole('button', { name: 'Row Club' }).click();
  await page.getByRole('switch', { name: 'Sell your club data to Shelfsight' }).click();
  await page.getByRole('switch', { name: /^Interests/ }).click();
  await page.getByRole('switch', { name: /^Purchases/ }).click();
  await expect(page.getByRole('group', { name: /^Turn on/ })).toHaveCount(4);
  await expectAccessible(page, 'with four questions open');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'with four questions open, at 320 px');
});

test('everything off, and its way back, pass every rule', async ({ page }) => {
  await openScenario(page, 'default');
  await page.getByRole('button', { name: /^Turn off all/ }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectAccessible(page, 'everything off');
});
