import { expect, type Page } from '@playwright/test';
import { pages } from '#tests/e2e/addresses.ts';
import { holdScripts, isTakenOver, watchShifts } from './drawn-page.ts';
import { openDemo, test } from './fixtures.ts';

/** What is drawn, but for what only a browser can tell, and the question at the end of a card, for which nobody waits. */
const html = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('#root')?.cloneNode(true) as Element;
    root.querySelectorAll('.expectation, .mirror td:nth-of-type(1)').forEach((late) => late.remove());
    return root.innerHTML;
  });

/** Opens an address with its scripts held back; once they come, nothing is drawn anew, looks otherwise or moves. */
async function takesOver(page: Page, address: string, shifted: () => Promise<number>): Promise<void> {
  const letGo = await holdScripts(page);
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(
    () =>
      document.readyState !== 'loading' || new Promise((done) => document.addEventListener('readystatechange', done)),
  );
  const drawn = await html(page);
  const look = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  letGo();
  await isTakenOver(page);
  await page.waitForLoadState('networkidle');
  expect(await html(page), address).toBe(drawn);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), address).toBe(look);
  expect(await shifted(), address).toBe(0);
  await page.unrouteAll();
}

// Each language and each card is opened by a browser of its own, as a link from elsewhere is.
for (const [colorScheme, addresses] of [
  ['light', ['/', ...pages, '/receipts/1', '/nowhere/at/all', '/?theme=dark']],
  ['dark', ['/', ...pages, '/receipts/1', '/nowhere/at/all', '/?theme=dark']],
  ['light', ['/data/purchases']],
  ['dark', ['/data/bought#moves']],
  ['light', ['/?lang=en-XA']],
  ['dark', ['/?lang=ar-XB']],
] as const)
  test(`${addresses[0]} and ${addresses.length - 1} others in ${colorScheme} are there before their script, and it takes them over as they are`, async ({
    page,
    server,
    offences,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 412, height: 823 });
    await page.emulateMedia({ colorScheme });
    await openDemo(page, server);
    const shifted = await watchShifts(page);
    for (const path of addresses) await takesOver(page, server.origin + path, shifted);
    expect(offences.policy).toEqual([]);
    expect(offences.errors.filter((text) => !/status of 404/.test(text))).toEqual([]);
  });

test('nothing is asked for twice: each page goes on from what the server drew', async ({ page, server }) => {
  test.setTimeout(120_000);
  await openDemo(page, server);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of [...pages, '/data/purchases']) {
    await page.goto(server.origin + path);
    await isTakenOver(page);
    await page.waitForLoadState('networkidle');
    const again = asked.splice(0).filter((one) => one.startsWith('/v1/') || one === '/evenhand.json');
    // The question at the end of a card is not drawn by the server, so its answer is asked for once.
    expect(again, path).toEqual(path.startsWith('/data/') ? ['/v1/halden-row/me/expectations'] : []);
  }
});

for (const [path, leadsTo] of [
  ['/data/purchases', '#heading-purchases'],
  ['/data/bought#moves', '[id="bought.moves"]'],
] as const)
  test(`${path} is where it leads before its script, stays there when it comes, and where I was when I load it again`, async ({
    page,
    server,
  }) => {
    await openDemo(page, server);
    const letGo = await holdScripts(page);
    await page.goto(server.origin + path, { waitUntil: 'commit' });
    const there = page.locator(leadsTo);
    await expect(there).toBeFocused();
    const top = async () => (await there.boundingBox())?.y ?? Number.NaN;
    // A hair's breadth: rows that were not on screen yet are measured as they come near.
    const isAt = (place: number) => expect.poll(async () => Math.abs((await top()) - place)).toBeLessThan(16);
    const before = await top();
    expect(before).toBeGreaterThanOrEqual(0);
    expect(before).toBeLessThan(200);
    letGo();
    await isTakenOver(page);
    await page.waitForLoadState('networkidle');
    await isAt(before);
    await expect(there).toBeFocused();

    await page.mouse.wheel(0, -300);
    await isAt(before + 300);
    await page.reload({ waitUntil: 'networkidle' });
    await isAt(before + 300);
  });

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
