import { expect, test } from '@playwright/test';
import { focused } from './focused.ts';
import { openScenario } from './open-scenario.ts';

test('with the keyboard alone I reach everything in order, see where I am, and decide', async ({ page }) => {
  await openScenario(page, 'default');
  const visited: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (here.what.startsWith('body') || visited.length > 120) break;
    visited.push(here.what);
    expect(here, `after ${visited.length} presses of Tab`).toMatchObject({
      inView: true,
      uncovered: true,
      marked: true,
    });
  }
  const controls = await page.locator('a[href]:visible, button:visible, input:visible, summary:visible').count();
  expect(visited.length).toBe(controls);

  await page.locator('body').press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await page.getByRole('button', { name: 'Purchases' }).focus();
  await page.keyboard.press('Enter');
  const picks = page.getByRole('switch', { name: 'Pick things for you' });
  await picks.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'Purchases' }).getByText('Saved', { exact: true })).toBeVisible();
  await expect(picks).not.toBeChecked();
  await expect(picks).toBeFocused();
});

test('a press moves neither the page nor the focus nor the address', async ({ page }) => {
  await openScenario(page, 'default');
  const wishes = page.getByRole('switch', { name: /^Wish lists/ });
  await wishes.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => ({ y: scrollY, href: location.href }));
  const box = await wishes.boundingBox();
  await wishes.click();
  await expect(page.getByRole('article', { name: 'Wish lists' }).getByText('Saved', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => ({ y: scrollY, href: location.href }))).toEqual(before);
  expect((await wishes.boundingBox())?.y).toBe(box?.y);
});
