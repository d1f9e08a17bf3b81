import type { Page } from '@playwright/test';

/** Opens a scenario at an address of the app, with nothing left of what was decided in it before. */
export async function openScenario(page: Page, scenario: string, path = '/'): Promise<void> {
  await page.goto(`${path}?scenario=${scenario}&reset`);
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 30_000 });
}

/** Opens every card of the overview; where there is none, there is nothing to open. */
export async function openAllCards(page: Page): Promise<void> {
  const closed = page.getByRole('article').locator('button[aria-expanded="false"]');
  for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
}
