import { expect, type Page } from '@playwright/test';
import { holdScripts, isTakenOver } from './drawn-page.ts';
import { openDemo, test } from './fixtures.ts';

interface Decision {
  readonly items: readonly { readonly choice: string; readonly value: string; readonly outcome: string }[];
}

/** The newest decisions of the log, and the choices as they stood before. */
async function record(page: Page, origin: string) {
  const api = `${origin}/v1/halden-row/me`;
  const { entries } = (await (await page.request.get(`${api}/decisions?limit=5`)).json()) as { entries: Decision[] };
  const choices = (await (await page.request.get(`${api}/choices`)).json()) as {
    seq: number;
    choices: { choice: string; effective: string; seq: number }[];
  };
  return { entries, choices };
}

/** Opens the page with its scripts held back, presses, lets the scripts come; gives what was sent. */
async function pressEarly(page: Page, origin: string, path: string, press: () => Promise<void>) {
  const before = await record(page, origin);
  const letGo = await holdScripts(page);
  const sent: { items: { choice: string; value: string; seen: { seq: number; notice: number } }[] }[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.postDataJSON() as (typeof sent)[number]);
  });
  await page.goto(origin + path, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await press();
  expect(sent).toEqual([]);
  letGo();
  await isTakenOver(page);
  const seenAt = (choice: string) => before.choices.choices.find((one) => one.choice === choice)?.seq;
  return { before, sent, seenAt };
}

for (const { category, name, choice, value } of [
  { category: 'payment', name: 'Payment', choice: 'payment.save', value: 'off' },
  { category: 'location', name: 'Location', choice: 'location.nearby', value: 'on' },
])
  test(`${name}, pressed before the script is here, moves at once, and is saved once when it comes`, async ({
    page,
    server,
  }) => {
    await openDemo(page, server);
    const pressed = page.locator(`#switch-${category}`);
    const { before, sent, seenAt } = await pressEarly(page, server.origin, '/', async () => {
      await expect(pressed).toBeChecked({ checked: value === 'off' });
      await pressed.click();
      await expect(pressed).toBeChecked({ checked: value === 'on' });
    });
    await expect(page.getByRole('article', { name }).getByText('Saved', { exact: true })).toBeVisible();
    await expect(pressed).toBeChecked({ checked: value === 'on' });
    expect(sent.map(({ items }) => items)).toEqual([[{ choice, value, seen: { seq: seenAt(choice), notice: 1 } }]]);
    expect((await record(page, server.origin)).choices.seq).toBe(before.choices.seq + 1);
    await page.reload();
    await expect(pressed).toBeChecked({ checked: value === 'on' });
  });

test('a kind of data with several uses, pressed early, withdraws all of them; pressed twice, it asks', async ({
  page,
  server,
}) => {
  await openDemo(page, server);
  const purchases = page.locator('#switch-purchases');
  const { sent, before } = await pressEarly(page, server.origin, '/', async () => {
    await purchases.click();
    await purchases.click();
  });
  const row = page.getByRole('article', { name: 'Purchases' });
  await expect(row.getByRole('group', { name: /Turn on/ })).toBeVisible();
  await expect(purchases).not.toBeChecked();
  await expect(row.getByText('Saved', { exact: true }).first()).toBeVisible();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.items.every(({ value }) => value === 'off')).toBe(true);
  expect((await record(page, server.origin)).choices.seq).toBe(before.choices.seq + 1);
});

test('"Turn off all" pressed early turns all off, once', async ({ page, server }) => {
  await openDemo(page, server);
  const { sent, before } = await pressEarly(page, server.origin, '/', () =>
    page.getByRole('button', { name: /^Turn off all/ }).click(),
  );
  await expect(page.locator('#everything').getByText('Saved', { exact: true })).toBeVisible();
  expect(sent).toHaveLength(1);
  const { choices } = await record(page, server.origin);
  expect(choices.seq).toBe(before.choices.seq + 1);
  expect(choices.choices.filter(({ effective }) => effective !== 'off')).toEqual([]);
  await expect(page.getByRole('switch', { checked: true })).toHaveCount(0);
});

test('a use in an open card, and a card, are opened and pressed early in the order of the presses', async ({
  page,
  server,
}) => {
  await openDemo(page, server);
  const picks = page.getByRole('switch', { name: 'Pick things for you' });
  const { sent } = await pressEarly(page, server.origin, '/data/purchases', async () => {
    await picks.click();
    await page.getByRole('button', { name: 'Location' }).click();
  });
  await expect(page.getByRole('region', { name: 'Purchases' }).getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Location' })).toHaveAttribute('aria-expanded', 'true');
  await expect(picks).not.toBeChecked();
  expect(sent.flatMap(({ items }) => items.map(({ choice, value }) => `${choice} ${value}`))).toEqual([
    'purchases.recommendations off',
  ]);
});

test('what I begin to press while the page is taken over stays under my finger, and is saved', async ({
  page,
  server,
}) => {
  await openDemo(page, server);
  const letGo = await holdScripts(page);
  await page.goto(`${server.origin}/data/purchases`, { waitUntil: 'commit' });
  const picks = page.getByRole('switch', { name: 'Pick things for you' });
  await picks.hover();
  await page.mouse.down();
  letGo();
  await isTakenOver(page);
  await page.mouse.up();
  await expect(page.getByRole('region', { name: 'Purchases' }).getByText('Saved', { exact: true })).toBeVisible();
  await expect(picks).not.toBeChecked();
});

test('signed out, a kind of data that is pressed before the script is here opens when it comes', async ({
  page,
  server,
}) => {
  const letGo = await holdScripts(page);
  await page.goto(server.origin, { waitUntil: 'commit' });
  const purchases = page.getByRole('button', { name: 'Purchases', exact: true });
  await purchases.click();
  await expect(purchases).toHaveAttribute('aria-expanded', 'false');
  letGo();
  await expect(purchases).toHaveAttribute('aria-expanded', 'true');
});

test('what was pressed and could not be saved is shown over the page that comes from the server, and saved later', async ({
  page,
  server,
}) => {
  await openDemo(page, server);
  const payment = page.locator('#switch-payment');
  const row = page.getByRole('article', { name: 'Payment' });
  await page.route('**/me/decisions', (route) => route.abort());
  await payment.click();
  await expect(row.getByRole('button', { name: 'Try now' })).toBeVisible();
  await page.reload();
  await expect(payment).not.toBeChecked();
  await page.unroute('**/me/decisions');
  // The page that goes may still send it: then the one that comes has nothing left to say.
  await page.reload();
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('/intents/')).length);
  await expect.poll(kept).toBe(0);
  await expect(payment).not.toBeChecked();
  const stored = await page.request.get(`${server.origin}/v1/halden-row/me/choices`);
  const { choices } = (await stored.json()) as { choices: { choice: string; effective: string }[] };
  expect(choices.find(({ choice }) => choice === 'payment.save')?.effective).toBe('off');
});
