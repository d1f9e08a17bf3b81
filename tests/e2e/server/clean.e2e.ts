import { expect } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/axe.ts';
import { openDemo, test } from './fixtures.ts';

test('looking leaves nothing behind, calls nobody else and breaks no rule of the content policy', async ({
  page,
  context,
  server,
  offences,
}) => {
  await openDemo(page, server);
  await page.getByRole('button', { name: 'Purchases' }).click();
  await page.getByRole('switch', { name: 'Pick things for you' }).waitFor();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    readable: document.cookie,
  }));
  expect(kept).toEqual({ local: [], session: [], databases: [], caches: [], workers: 0, readable: '' });
  const cookies = await context.cookies();
  expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
    { name: 'evenhand-halden-row', httpOnly: true, sameSite: 'Lax' },
  ]);
  await page.getByRole('switch', { name: 'Pick things for you' }).click();
  await page.getByRole('link', { name: 'receipt' }).first().click();
  await page.getByRole('heading', { level: 1, name: /receipt/i }).waitFor();
  expect(offences).toEqual({ foreign: [], policy: [], errors: [] });
});

test('every page of the built app passes every rule, in light and dark', async ({ page, server }) => {
  await openDemo(page, server);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ['/', '/data/purchases', '/receipts/1', '/receipts/999999', '/nowhere/at/all']) {
      await page.goto(server.origin + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(page, `${path} in ${colorScheme}`);
    }
  }
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'What we collect, and why' }).waitFor();
  await expectAccessible(page, 'signed out');
  await page.goto(`${server.origin}/demo/noor`);
  await page.getByRole('heading', { level: 1, name: 'What we hold, and what you get' }).waitFor();
  await expectAccessible(page, 'a customer about whom little is held');
});
