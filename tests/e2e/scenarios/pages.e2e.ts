import { expect, test } from '@playwright/test';
import { pages } from '#tests/e2e/addresses.ts';
import { expectAccessible, expectContrast, expectNoSidewaysScroll } from '#tests/e2e/axe.ts';
import { focused } from './focused.ts';
import { openScenario } from './open-scenario.ts';

for (const path of pages)
  test(`${path} passes every rule in light and dark, fits 320 px and 200 %, and is reached by keyboard`, async ({
    page,
  }) => {
    await openScenario(page, 'default', path);
    await expect(page.getByRole('main')).not.toContainText('Loading');
    await expectAccessible(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectContrast(page, 'dark');

    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page, 'at 320 px');
    // 200 % zoom of a 1280 px window: half the room, and after that twice the letters.
    await page.setViewportSize({ width: 640, height: 400 });
    await expectNoSidewaysScroll(page, 'zoomed to 200 %');
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await expectNoSidewaysScroll(page, 'letters twice as large at 640 px');

    await page.setViewportSize({ width: 1280, height: 800 });
    await page.addStyleTag({ content: 'html { font-size: 100% !important }' });
    await page.getByRole('heading', { level: 1 }).focus();
    for (let presses = 1; presses <= 12; presses += 1) {
      await page.keyboard.press('Tab');
      const here = await focused(page);
      if (here.what.startsWith('body')) break;
      expect(here, `after ${presses} presses of Tab`).toMatchObject({ inView: true, uncovered: true, marked: true });
    }
  });
