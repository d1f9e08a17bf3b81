import { expect, type Page } from '@playwright/test';
import { openDemo, test } from './fixtures.ts';

const main = (page: Page) => page.getByRole('main');

/** The size that is right after all, for each that the shop window goes by. */
const bigger: Readonly<Record<string, string>> = { M: 'L', '39': '40' };

test('I put my size right, and the shop window is of that size', async ({ page, server, offences }) => {
  await openDemo(page, server);
  const shop = page.getByRole('region', { name: 'On', exact: true });
  await page.goto(`${server.origin}/both-ways/sizes.advice`);
  await expect(shop).toContainText('in stock in your size, ');
  const things = await shop.getByRole('listitem').allTextContents();
  const size = things.map((thing) => /in stock in your size, (\w+)/.exec(thing)?.[1]).find(Boolean) ?? '';
  const right = bigger[size] ?? '';
  await page.goto(`${server.origin}/held/sizes`);
  await page.getByRole('button', { name: new RegExp(`^Put right: .* ${size}$`) }).click();
  const form = page.getByRole('form', { name: /^Put right/ });
  await form.getByLabel('What is right').selectOption(right);
  await form.getByRole('button', { name: 'Save' }).click();
  const record = main(page)
    .getByRole('listitem')
    .filter({ hasText: /Put right on .+ 20\d\d/ });
  await expect(record).toContainText(right);
  await expect(record.getByText('Saved', { exact: true })).toBeVisible();
  await page.goto(`${server.origin}/both-ways/sizes.advice`);
  await expect(shop).toContainText(`in stock in your size, ${right}`);
  await expect(shop).not.toContainText(`in stock in your size, ${size}`);
  expect(offences).toEqual({ foreign: [], policy: [], errors: [] });
});

test('I remove the one record behind what I got, and it is gone from what is counted', async ({ page, server }) => {
  await openDemo(page, server);
  // Of a whole year, for this one may have just begun.
  const ledger = `${server.origin}/benefits?year=${new Date().getFullYear() - 1}`;
  await page.goto(ledger);
  const every = page.getByRole('region', { name: 'Every entry' });
  const openAll = async (): Promise<void> => {
    const closed = every.locator('details:not([open]) > summary');
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
  };
  const entries = every.getByRole('listitem');
  await openAll();
  const first = entries.filter({ hasText: 'Choose member prices for you' }).first();
  const [, price = ''] = /£(\d+\.\d\d)$/.exec((await first.textContent()) ?? '') ?? [];
  const total = async () => Number(/you got £(\d+\.\d\d) off/.exec((await main(page).textContent()) ?? '')?.[1]);
  const before = await total();
  const count = await entries.count();
  expect(price).not.toBe('');
  await first.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'What this rests on' })).toBeFocused();
  await page.getByRole('button', { name: /^Remove: / }).click();
  await expect(main(page)).toContainText('Law or contract asks for it. We keep it only for: Deliver and take returns');
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(main(page)).toContainText(/Kept only for: Deliver and take returns .+ It serves nothing else now\./);
  await page.goto(ledger);
  await openAll();
  expect(await total()).toBeCloseTo(before - Number(price), 2);
  expect(await entries.count()).toBeLessThan(count);
});
