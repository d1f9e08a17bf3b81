import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/axe.ts';
import { openDemo, test } from './fixtures.ts';

/** What a browser tells of its page: how far things moved by themselves. Kept from before the first element. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: number[] = ((window as unknown as { shifts: number[] }).shifts = []);
    new PerformanceObserver((list) =>
      list.getEntries().forEach((entry) => shifts.push((entry as unknown as { value: number }).value)),
    ).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0));
}

const isTakenOver = (page: Page) =>
  page.waitForFunction(() => (globalThis as { earlyPresses?: unknown }).earlyPresses === undefined);

/** Holds the app's scripts back, and gives what lets them go. */
async function holdScripts(page: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}

const html = (page: Page) => page.locator('#root').innerHTML();

for (const colorScheme of ['light', 'dark'] as const)
  for (const path of [
    '/',
    '/data/purchases',
    '/data/bought#moves',
    '/receipts/1',
    '/nowhere/at/all',
    '/?lang=en-XA',
    '/?lang=ar-XB',
    '/?theme=dark',
  ])
    test(`${path} in ${colorScheme} is there before its script, and the script takes it over as it is`, async ({
      page,
      server,
      offences,
    }) => {
      await page.setViewportSize({ width: 412, height: 823 });
      await page.emulateMedia({ colorScheme });
      await openDemo(page, server);
      const shifted = await watchShifts(page);
      const letGo = await holdScripts(page);
      await page.goto(server.origin + path, { waitUntil: 'commit' });
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.evaluate(
        () =>
          document.readyState !== 'loading' ||
          new Promise((done) => document.addEventListener('readystatechange', done)),
      );
      const drawn = await html(page);
      const look = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      letGo();
      await isTakenOver(page);
      await page.waitForLoadState('networkidle');
      expect(await html(page)).toBe(drawn);
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(look);
      expect(await shifted()).toBe(0);
      expect(offences.policy).toEqual([]);
      expect(offences.errors.filter((text) => !/status of 404/.test(text))).toEqual([]);
    });

test('nothing is asked for twice: the page goes on from what the server drew', async ({ page, server }) => {
  await openDemo(page, server);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${server.origin}/data/purchases`);
  await isTakenOver(page);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.startsWith('/v1/') || path === '/evenhand.json')).toEqual([]);
});

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

for (const [missing, here] of [
  ['the whole script', null],
  ['its words and all that comes late', /\/assets\/(?:index|rolldown-runtime)-/],
] as const) {
  test(`${missing} does not come: the switches stay as they are stored, and the page says so and can be loaded again`, async ({
    page,
    server,
  }) => {
    await openDemo(page, server);
    const failed = page.getByRole('alert');
    const again = failed.getByRole('link', { name: 'Load the page again' });
    const sizes = page.locator('#switch-sizes');
    let held = Promise.withResolvers<void>();
    await page.route('**/assets/*.js', async (route) => {
      await held.promise;
      return here?.test(route.request().url()) ? route.continue() : route.abort();
    });
    await page.goto(`${server.origin}/?lang=en`, { waitUntil: 'commit' });
    await expect(sizes).toBeChecked();
    await expect(failed).toBeHidden();
    await sizes.click();
    await expect(sizes).not.toBeChecked();
    held.resolve();
    await expect(again).toBeInViewport();
    await expect(failed).toContainText('Nothing that you press is saved.');
    await expect(sizes).toBeChecked();
    await sizes.click();
    await expect(sizes).toBeChecked();

    // Again in vain, and this time nothing is pressed: it says so all the same.
    held = Promise.withResolvers<void>();
    await again.click();
    await expect(failed).toBeHidden();
    held.resolve();
    await expect(again).toBeInViewport();

    await page.unroute('**/assets/*.js');
    await again.click();
    await isTakenOver(page);
    expect(page.url()).toBe(`${server.origin}/?lang=en`);
    await expect(failed).toBeHidden();
    await sizes.click();
    await expect(
      page.getByRole('article', { name: 'Sizes' }).getByText('Saved', { exact: true }).first(),
    ).toBeVisible();
  });

  test(`${missing} does not come, signed out: what is collected stays to be read, and the page says so`, async ({
    page,
    server,
  }) => {
    await page.route('**/assets/*.js', (route) =>
      here?.test(route.request().url()) ? route.continue() : route.abort(),
    );
    await page.goto(server.origin);
    await expect(page.getByRole('link', { name: 'Load the page again' })).toBeInViewport();
    await expect(page.getByRole('heading', { level: 1, name: 'What we collect, and why' })).toBeVisible();
    await expect(page.getByText('To show things that go with what you bought in the last 24 months.')).toBeVisible();
    // No room is left for what does not come.
    await expect(page.locator('#here')).toBeHidden();
    await expectAccessible(page, `without ${missing}`);
  });
}

/** Where on the page the kinds of data stand that are on the first screen, and what is on each other line of them. */
const places = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, main h2, .row-label, .disclosure, .row-held, .row-state > p, .row-get > p')]
      .map((one) => [one.getBoundingClientRect(), one.className, one.id] as const)
      .filter(([{ top }]) => top < innerHeight)
      .map(([{ top, left, height }, name, id]) => `${name} ${id}: ${[left, top, height].map(Math.round).join(' ')}`),
  );

for (const viewport of [
  { width: 360, height: 780 },
  { width: 1280, height: 900 },
])
  test(`signed out on a slow line, nothing moves at ${viewport.width} px when the page comes`, async ({
    page,
    server,
    offences,
  }) => {
    await page.setViewportSize(viewport);
    const shifted = await watchShifts(page);
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
    const letGo = await holdScripts(page);
    await page.goto(server.origin, { waitUntil: 'commit' });
    await page.locator('#about-brand').waitFor();
    const main = page.getByRole('main');
    await expect(main.getByRole('article').first()).toBeVisible();
    expect(await page.getByRole('switch').count()).toBe(0);
    // Whose page it is, is not known: it says of no use whether it is on, and offers nothing that might not be theirs.
    expect(await main.textContent()).not.toMatch(/\bon\b.*until you turn|\d of \d|Turn off|not signed in/i);
    const before = await places(page);
    expect(before.length).toBeGreaterThan(3);
    letGo();
    await expect(main.getByRole('button', { name: /^Turn off all/ })).toBeVisible();
    expect(await places(page)).toEqual(before);
    await page.waitForLoadState('networkidle');
    expect(await places(page)).toEqual(before);
    expect(await shifted()).toBe(0);
    expect(offences.policy).toEqual([]);
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

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page reads well, and says what the switches need', async ({ page, server }) => {
    const opened = await page.request.post(`${server.origin}/v1/halden-row/session`, {
      headers: { 'Evenhand-Client': 'web', Origin: server.origin },
      data: { demo: 'maya' },
    });
    expect(opened.ok()).toBe(true);
    await page.goto(`${server.origin}/data/purchases`);
    await expect(page.getByRole('heading', { level: 1, name: 'What we hold, and what you get' })).toBeVisible();
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('noscript p')).toContainText('The switches need JavaScript.');
    // A switch that cannot turn is not there: its state is, in words.
    expect(await page.getByRole('switch').count()).toBe(0);
    await expect(page.locator('#switch-payment')).toBeHidden();
    await expect(page.locator('#state-sizes')).toContainText('On · 2 of 2 uses');
    await expect(page.getByText('To show things that go with what you bought in the last 24 months.')).toBeVisible();
  });

  test('signed out, it says what is collected and why', async ({ page, server }) => {
    await page.goto(server.origin);
    await expect(page.getByRole('heading', { level: 1, name: 'What we collect, and why' })).toBeVisible();
    await expect(page.locator('noscript .notice-bar')).toBeVisible();
    await expect(page.locator('noscript .notice-bar')).toContainText('This page needs JavaScript');
    const why = page.locator('article:has(#heading-purchases) dl');
    await expect(why).toBeVisible();
    await expect(why).toContainText('To show things that go with what you bought in the last 24 months.');
    await expect(page.getByRole('switch')).toHaveCount(0);
    // No room is left for what does not come.
    await expect(page.locator('#here')).toBeHidden();
  });
});
