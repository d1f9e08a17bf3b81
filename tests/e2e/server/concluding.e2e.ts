import { expect, type Page } from '@playwright/test';
import { openDemo, test } from './fixtures.ts';

const conclusion = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('article', { name, exact: true }) });

test('I say that a conclusion is wrong: the shop window goes without it, and it says so whenever I come', async ({
  page,
  server,
  offences,
}) => {
  await openDemo(page, server);
  const shop = page.getByRole('region', { name: /^On/ });
  const lookAtShop = async (): Promise<string> => {
    await page.goto(`${server.origin}/both-ways/interests.home`);
    await expect(shop).toContainText('This is what you see today');
    return (await shop.getByRole('listitem').allTextContents()).join('\n');
  };
  const [, concluded = ''] = /we concluded: (.+)/.exec(await lookAtShop()) ?? [];
  expect(concluded).not.toBe('');
  await page.goto(`${server.origin}/concluded`);
  await conclusion(page, concluded).getByRole('button', { name: 'That’s wrong' }).click();
  await expect(conclusion(page, concluded).getByText('Saved', { exact: true })).toBeVisible();
  const said = /You said this is wrong on .+ 20\d\d\. We use it for nothing\./;
  await expect(conclusion(page, concluded)).toContainText(said);
  expect(await lookAtShop()).not.toContain(concluded);
  await page.goto(`${server.origin}/concluded`);
  await expect(conclusion(page, concluded)).toContainText(said);
  expect(offences).toEqual({ foreign: [], policy: [], errors: [] });
});

test('I forbid a conclusion: it is gone and stays away, and I can allow it again', async ({ page, server }) => {
  await openDemo(page, server);
  await page.getByRole('link', { name: 'What we concluded' }).click();
  const first = page.getByRole('article').first();
  const concluded = (await first.getByRole('heading', { level: 2 }).textContent()) ?? '';
  await first.getByRole('button', { name: 'Never conclude this' }).click();
  await expect(page.getByText('We never conclude this again.')).toBeVisible();
  await page.reload();
  const forbidden = page.getByRole('region', { name: 'Never conclude' });
  await expect(forbidden).toContainText(concluded);
  await expect(conclusion(page, concluded)).toHaveCount(0);
  await forbidden.getByRole('button', { name: /Allow it again/ }).click();
  await expect(page.getByText('You allow this again.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(forbidden).toHaveCount(0);
});
