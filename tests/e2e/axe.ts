import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type RunOptions = Parameters<AxeBuilder['options']>[0];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Makes all of a page be as it is when it is looked at, and still. */
const settle = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    // What is out of sight has no size and no colours yet, and begins to take them on when it is looked at, which would be in the middle of the rules.
    const inSight = new CSSStyleSheet();
    inSight.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(inSight);
    // What is half faded in has no contrast yet.
    return Promise.all(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
        .map((one) => one.finished.catch(() => null)),
    );
  });

async function expectNoViolation(page: Page, where: string, asked: RunOptions): Promise<void> {
  await settle(page);
  const { violations } = await new AxeBuilder({ page }).options({ ...asked, resultTypes: ['violations'] }).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
  expect(found, where).toEqual([]);
}

/** Everything that axe knows of WCAG 2.2 AA and best practice, target size included: nothing may be found. */
export const expectAccessible = (page: Page, where: string): Promise<void> =>
  expectNoViolation(page, where, { runOnly: tags, rules: { 'target-size': { enabled: true } } });

/** All that a change of colours can break, for a page that passes the other rules. */
export const expectContrast = (page: Page, where: string): Promise<void> =>
  expectNoViolation(page, where, { runOnly: ['color-contrast', 'link-in-text-block'] });

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
