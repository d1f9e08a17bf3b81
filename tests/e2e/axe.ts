import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything that axe knows of WCAG 2.2 AA and best practice, target size included: nothing may be found. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(() => {
    // A row out of sight begins to change its colours when it is looked at, which would be in the middle of the rules.
    const inSight = new CSSStyleSheet();
    inSight.replaceSync('.row { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(inSight);
    // What is half faded in has no contrast yet.
    return Promise.all(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
        .map((one) => one.finished.catch(() => null)),
    );
  });
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: tags, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
  expect(found, where).toEqual([]);
}

/** The page is no wider than what it is seen in. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const widest = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > room + 1 || element.getBoundingClientRect().left < -1,
    );
    return {
      over: document.documentElement.scrollWidth - room,
      by: wide.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
    };
  });
  expect(widest.over > 0 ? widest : null, where).toBeNull();
}
