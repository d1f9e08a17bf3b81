import { expect, type Page } from '@playwright/test';
import { isTakenOver } from './drawn-page.ts';
import { openDemo, test } from './fixtures.ts';

const places = [
  ['What we hold', 'What we hold about you'],
  ['How we used it', 'How we used your data'],
  ['What we concluded', 'What we concluded about you'],
  ['What you got', 'What you gave, and what you got'],
  ['Tell us yourself', 'Tell us what fits you'],
  ['How we keep it safe', 'How we keep your data safe'],
  ['Overview', 'What we hold, and what you get'],
] as const;

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

test('with the keyboard alone I go from place to place, and each says where I am', async ({
  page,
  server,
  offences,
}) => {
  await openDemo(page, server);
  await isTakenOver(page);
  await page.getByRole('heading', { level: 1 }).focus();
  for (const [place, title] of places) {
    for (let presses = 0; presses < 10 && (await focused(page)) !== place; presses += 1)
      await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe(place);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
    await expect(page).toHaveTitle(`${title} · Halden & Row`);
    await expect(page.getByRole('link', { name: place, exact: true })).toHaveAttribute('aria-current', 'page');
  }
  expect(offences).toEqual({ foreign: [], policy: [], errors: [] });
});

test('what this page can read right now is sent nowhere: no request leaves while I read it', async ({
  page,
  context,
  server,
}) => {
  await openDemo(page, server);
  await page.goto(`${server.origin}/held`);
  await page.getByRole('link', { name: 'See what this page can read now' }).first().click();
  const table = page.getByRole('table');
  await expect(table.getByRole('row', { name: /^Your time zone/ })).toContainText('Europe/London');
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await page.setViewportSize({ width: 777, height: 555 });
  await expect(table.getByRole('row', { name: /^Your screen/ })).toContainText('777 × 555');
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 400);
  await context.setOffline(true);
  await expect(table.getByRole('row', { name: /^Your connection/ })).toContainText('Not connected');
  expect(asked).toEqual([]);
});

test('somebody else signs in on this browser, and reads nothing of mine in any place', async ({ page, server }) => {
  await openDemo(page, server);
  await page.goto(`${server.origin}/data/browsing`);
  const expected = page.getByRole('button', { name: 'I expected this' });
  await expected.click();
  await expect(expected).toHaveAttribute('aria-pressed', 'true');
  for (const [place] of places) await page.getByRole('link', { name: place, exact: true }).click();
  await openDemo(page, server, 'noor');
  for (const [place, title] of places) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('body').textContent(), place).not.toMatch(/Maya|Scarcroft|4417/);
  }
  await page.goto(`${server.origin}/data/browsing`);
  await expect(expected).toHaveAttribute('aria-pressed', 'false');
});
