import { expect, test, type Locator } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/e2e/axe.ts';
import { openScenario } from './open-scenario.ts';

const sizesOf = (these: Locator) =>
  these.evaluateAll((elements) =>
    elements.map((element) => {
      const { width, height, top } = element.getBoundingClientRect();
      return { width, height, top };
    }),
  );

test('both panels, and both answers, are equally large at 1280 px', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const about of ['purchases.recommendations', 'loyalty.prices', 'purchases.offers', 'purchases']) {
    await openScenario(page, 'default', `/both-ways/${about}`);
    const sides = page.locator('.side');
    const sizes = {
      sides: await sizesOf(sides),
      answers: await sizesOf(page.locator('#answers > *')),
      pictures: [
        await sizesOf(sides.first().locator('.thing-picture')),
        await sizesOf(sides.last().locator('.thing-picture')),
      ],
    };
    expect(sizes.sides).toHaveLength(2);
    expect(sizes.answers).toHaveLength(2);
    expect(sizes.sides[0], about).toEqual(sizes.sides[1]);
    expect(sizes.answers[0], about).toEqual(sizes.answers[1]);
    expect(sizes.pictures[0]?.length, about).toBeGreaterThan(0);
    expect(sizes.pictures[0], about).toEqual(sizes.pictures[1]);
  }
});

const pages = [
  ['/both-ways/purchases.recommendations', 'default'],
  ['/both-ways/loyalty.sale', 'default'],
  ['/both-ways/purchases', 'rtl'],
  ['/both-ways/loyalty.prices', 'long-words'],
  ['/both-ways/purchases.recommendations', 'panels-fail'],
  ['/benefits', 'default'],
  ['/benefits', 'rtl'],
  ['/benefits', 'long-words'],
  ['/benefits', 'new-customer'],
] as const;

for (const [path, scenario] of pages) {
  test(`${path} in "${scenario}" is accessible, light and dark, and fits any width`, async ({ page }) => {
    await openScenario(page, scenario, path);
    await expect(
      page
        .getByRole('heading', { level: 2 })
        .or(page.getByRole('button', { name: 'Try again' }))
        .first(),
    ).toBeVisible();
    for (const summary of await page.locator('main summary').all()) {
      if (!(await summary.evaluate((one) => one.closest('details')?.open))) await summary.click();
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `${path}, ${colorScheme}`);
    }
    for (const width of [320, 640, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page, `${path} at ${width} px`);
    }
    await page.setViewportSize({ width: 640, height: 800 });
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await expectNoSidewaysScroll(page, `${path} with letters twice as large`);
  });
}
