import { expect, type Page } from '@playwright/test';
import { openDemo, test } from './fixtures.ts';

const main = (page: Page) => page.getByRole('main');
const row = (page: Page) => page.getByRole('article', { name: 'Purchases', exact: true });
const bought = (page: Page) => main(page).getByRole('link', { name: /^The things you bought/ });

test('I forget my purchases, and everything that rested on them says so, on my other browser too', async ({
  page,
  browser,
  server,
  offences,
}) => {
  await openDemo(page, server);
  await page.goto(`${server.origin}/concluded`);
  await expect(bought(page).first()).toBeVisible();
  await page.getByRole('link', { name: 'What we hold' }).click();
  const [held] = /[\d,]+ records/.exec((await row(page).textContent()) ?? '') ?? [];
  await page.getByRole('button', { name: 'Forget all of it: Purchases' }).click();
  const asked = page.getByRole('dialog', { name: 'Forget all we hold as “Purchases”?' });
  await expect(asked).toContainText('How long: 6 years, since tax law asks for it.');
  await expect(asked).toContainText('have nothing to work with: Pick things for you · Match offers to your orders.');
  await asked.getByRole('button', { name: 'Forget it' }).click();
  const forgotten = /Forgotten on .+ 20\d\d\./;
  const stays = `We keep ${held}, only for: Deliver and take returns · Keep our tax records`;
  await expect(row(page)).toContainText('They serve nothing else.');
  await page.reload();
  await expect(row(page)).toContainText(forgotten);
  await expect(row(page)).toContainText(stays);
  expect(offences).toEqual({ foreign: [], policy: [], errors: [] });

  const there = await (await browser.newContext()).newPage();
  await openDemo(there, server);
  await expect(row(there)).toContainText(forgotten);
  await expect(row(there)).toContainText(stays);
  await expect(main(there)).not.toContainText(/This year you got [^.]*(picks|returns| off)/);
  const look = async (address: string): Promise<void> => {
    await there.goto(server.origin + address);
    await expect(there.getByRole('heading', { level: 1 })).toBeVisible();
  };

  await look('/held/purchases');
  const record = there.getByRole('region', { name: 'Records' }).getByRole('listitem').first();
  await expect(record).toContainText('Forgotten, and kept only for: Deliver and take returns · Keep our tax records');
  await expect(record.getByRole('button')).toHaveCount(0);

  const year = new Date().getFullYear() - 1;
  await look(`/benefits?year=${year}`);
  await expect(main(there)).toContainText(new RegExp(`^.*In ${year} you got \\d+ minutes saved\\.`));
  await expect(main(there)).toContainText(/Forgotten on .+ What rested on it is not counted any more\./);

  await look('/both-ways/purchases.recommendations');
  await expect(there.getByRole('heading', { name: 'Nothing you would see changes' })).toBeVisible();
  await expect(main(there)).toContainText(/You had this forgotten on .+ 20\d\d\. What we keep of it picks nothing/);
  await expect(main(there)).not.toContainText('because you bought');

  await look('/activity?category=purchases');
  const event = there.getByRole('region', { name: 'Each use of your data' }).getByRole('listitem').first();
  await expect(event).toContainText('Details forgotten with the records.');

  await look('/concluded');
  await expect(main(there).getByRole('article').first()).toBeVisible();
  await expect(bought(there)).toHaveCount(0);
  await there.context().close();
});
