import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/e2e/axe.ts';
import { openScenario } from './open-scenario.ts';

/** One judged, one removed, one never to be concluded. */
async function judgeAll(page: Page): Promise<void> {
  const press = (conclusion: string, answer: string) =>
    page.getByRole('article', { name: conclusion }).getByRole('button', { name: answer }).click();
  await press('You have a garden', 'That’s wrong');
  await press('You buy gifts here in December', 'Remove it');
  await press('You buy clothes for a baby', 'Never conclude this');
  await page.getByText(/^You said this is wrong on/).waitFor();
  await page.getByText('You removed this. We use it for nothing.').waitFor();
  await page.getByRole('button', { name: 'Allow it again' }).waitFor();
}

async function openTable(page: Page): Promise<void> {
  await page.getByLabel('Kind of data', { exact: true }).selectOption('Purchases');
  await page
    .getByText(/^We used your data .*: Purchases\.$/)
    .first()
    .waitFor();
  await page.getByText('Show the year as a table').click();
  await page.getByRole('table').waitFor();
}

for (const [name, path, open] of [
  ['what was concluded, judged in every way', '/concluded', judgeAll],
  ['how data was used, with the year as a table', '/activity', openTable],
] as const)
  for (const scenario of ['default', 'long-words', 'rtl'] as const)
    test(`${name}, in "${scenario}": passes every rule in light and dark, and needs no sideways scroll`, async ({
      page,
    }) => {
      await openScenario(page, scenario, path);
      if (scenario === 'default') await open(page);
      else await page.locator('main section').first().waitFor();
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

test('the four answers to a conclusion are equally large, on a phone and beside each other', async ({ page }) => {
  await openScenario(page, 'default', '/concluded');
  const answers = page.getByRole('article').first().getByRole('button');
  for (const width of [1280, 768, 360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const sizes = await answers.evaluateAll((all) =>
      all.map((one) => {
        const { width: wide, height } = one.getBoundingClientRect();
        return `${wide.toFixed(1)} × ${height.toFixed(1)}`;
      }),
    );
    expect(sizes).toHaveLength(4);
    expect(new Set(sizes).size, `${width} px: ${sizes.join(', ')}`).toBe(1);
  }
});

test('events come as the end of the list comes near, and lead to their use', async ({ page }) => {
  await openScenario(page, 'default', '/activity');
  const rows = page.locator('main li').filter({ has: page.locator('time') });
  await expect.poll(() => rows.count()).toBe(60);
  for (const count of [260, 460]) {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(count);
  }
  await rows.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'What we hold, and what you get' })).toBeVisible();
});
