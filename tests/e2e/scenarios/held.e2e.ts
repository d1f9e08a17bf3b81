import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/e2e/axe.ts';
import { openScenario } from './open-scenario.ts';

/** Everything that can be open on a page of records: what is asked, what is put right, what is gone. */
async function openDeeds(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Put right: Hip 101 cm' }).click();
  await page.getByRole('button', { name: 'Remove: Bust 94 cm' }).click();
  await page.getByRole('button', { name: 'Remove: Shoe 39' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Shoe 39' }).getByRole('button', { name: 'Remove it' }).click();
  await page.getByText(/^Removed\. Gone from backups by/).waitFor();
}

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await page.getByRole('dialog').waitFor();
}

const nothingMore = async (): Promise<void> => {};

const pages = [
  ['what is held', '/held', nothingMore],
  ['what is held, about to be forgotten', '/held', openDialog],
  ['records, with all that can be done', '/held/sizes', openDeeds],
  ['how it is kept safe', '/safety', nothingMore],
  ['the mirror', '/right-now', nothingMore],
] as const;

for (const [name, path, open] of pages) {
  test(`${name}: passes every rule in light and dark, and needs no sideways scroll`, async ({ page }) => {
    await openScenario(page, 'default', path);
    await open(page);
    await expectAccessible(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'dark');
    for (const width of [1280, 768, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page, `${width} px`);
    }
    await page.setViewportSize({ width: 640, height: 400 });
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await expectNoSidewaysScroll(page, 'letters twice as large at 640 px');
  });
}

test('the dialog holds the keyboard, closes by Escape, and gives the keyboard back', async ({ page }) => {
  await openScenario(page, 'default', '/held');
  await openDialog(page);
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      ),
    ).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Forget everything' })).toBeFocused();
});

test('thousands of records come as the end of the list comes near', async ({ page }) => {
  await openScenario(page, 'default', '/held/browsing');
  const rows = page.locator('main li').filter({ has: page.locator('time') });
  await expect(rows).toHaveCount(60);
  for (const count of [260, 460, 660]) {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(count);
  }
  const use = rows.first().getByRole('link').first();
  const address = await use.getAttribute('href');
  await use.click();
  await expect(page.getByRole('heading', { level: 1, name: 'What we hold, and what you get' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(address?.split(/[?#]/)[0]);
});
