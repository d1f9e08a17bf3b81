import { test } from '@playwright/test';
import { expectNoSidewaysScroll } from '#tests/e2e/axe.ts';
import { openAllCards, openScenario } from './open-scenario.ts';

const widths = [320, 360, 768, 1280, 1600];

for (const scenario of ['default', 'gpc', 'long-words', 'rtl', 'server-down', 'visitor', 'visitor-after-press']) {
  test(`"${scenario}" needs no sideways scroll at any width, with letters twice as large, or with more space`, async ({
    page,
  }) => {
    await openScenario(page, scenario);
    await openAllCards(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page, `${width} px`);
    }
    // 200 % zoom of a 1280 px window, and of a 640 px one: half the room, twice the letters.
    await page.setViewportSize({ width: 640, height: 400 });
    await expectNoSidewaysScroll(page, 'zoomed to 200 %');
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await expectNoSidewaysScroll(page, 'letters twice as large at 640 px');
    await page.addStyleTag({
      content:
        'html { font-size: 100% !important } * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    });
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page, 'with the space that WCAG 1.4.12 asks for');
  });
}
