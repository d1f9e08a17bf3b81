import { test } from '@playwright/test';
import { scenarios } from '#mocks/scenarios/all.ts';
import { expectAccessible, expectContrast } from '#tests/e2e/axe.ts';
import { openAllCards, openScenario } from './open-scenario.ts';
import { outcomes } from './outcomes.ts';

/** The others look like "default" until something is pressed: `answers.e2e.ts` presses. */
const looks = scenarios.filter(({ name }) => name === 'default' || !(name in outcomes));

for (const { name } of looks) {
  test(`"${name}" passes every rule: cards closed and open, in light and dark`, async ({ page }) => {
    await openScenario(page, name);
    await expectAccessible(page, 'closed, light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectContrast(page, 'closed, dark');
    await openAllCards(page);
    await expectContrast(page, 'open, dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expectAccessible(page, 'open, light');
  });
}
