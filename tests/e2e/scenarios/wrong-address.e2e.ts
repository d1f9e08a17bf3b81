import { expect, test } from '@playwright/test';

for (const [named, asked, mend] of [
  ['scenario', 'nope', 'default'],
  ['brand', 'nope', 'halden-row'],
  ['persona', 'zed', 'noor'],
] as const) {
  test(`an address with a ${named} that there is not says which there are, and leads to them`, async ({ page }) => {
    await page.goto(`/?${named}=${asked}`);
    await expect(page.getByText(`There is no ${named} "${asked}". There are: `)).toBeVisible();
    await page.getByRole('link', { name: mend, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'What we hold, and what you get' })).toBeVisible();
  });
}
