import type { BrowserContext, Locator, Page } from 'playwright';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '#tests/simulation/random.ts';

/** Somebody in a hurry: presses, changes their mind, opens tabs and closes them, loses the connection, comes back. */
export async function actAsPerson(
  context: BrowserContext,
  origin: string,
  { random, acts, begin }: { readonly random: Random; readonly acts: number; readonly begin: () => void },
): Promise<void> {
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    await attempt(page.goto(`${origin}/`, { waitUntil: 'commit' }));
    await attempt(page.locator('input[role=switch]').first().waitFor({ timeout: 5_000 }));
    return page;
  };
  // Without a connection nothing loads, and nobody tries for long: what is open stays open.
  let offline = false;
  const setOffline = async (off: boolean): Promise<void> => {
    offline = off;
    await context.setOffline(off);
  };
  const any = async (found: Locator): Promise<Locator | null> => {
    const many = await found.count();
    return many === 0 ? null : found.nth(random.whole(0, many - 1));
  };
  const deeds: readonly [weight: number, deed: (page: Page) => Promise<void>][] = [
    [34, async (page) => press(await any(page.locator('.row-control input[role=switch]')))],
    [
      24,
      async (page) => {
        const inCard = page.locator('.choice input[role=switch]');
        if ((await inCard.count()) === 0) await press(await any(page.locator('.disclosure[aria-expanded=false]')));
        await press(await any(inCard));
      },
    ],
    [8, async (page) => press(await any(page.locator('input[role=switch]')), random.whole(2, 3))],
    [6, (page) => press(page.locator('#everything .answers > :first-child'))],
    [3, (page) => press(page.locator('#everything .answers > :nth-child(2)'))],
    [8, async (page) => press(await any(page.locator('.strip .answers > button')))],
    [3, async (page) => press(await any(page.getByRole('button', { name: 'Undo' })))],
    [4, async () => setOffline(true)],
    [8, async () => setOffline(false)],
    [
      4,
      async (page) => {
        if (offline) return;
        await listening(page);
        await attempt(page.reload({ waitUntil: 'commit' }));
      },
    ],
    [
      3,
      async (page) => {
        if (offline) return;
        await listening(page);
        await page.close();
      },
    ],
    [4, async () => void (!offline && context.pages().length < 3 && (await open()))],
    [
      3,
      async (page) => {
        if (offline) return;
        await listening(page);
        await attempt(page.goto('about:blank'));
        await sleep(random.between(50, 800));
        await attempt(page.goBack({ waitUntil: 'commit' }));
      },
    ],
  ];
  const all = deeds.reduce((sum, [weight]) => sum + weight, 0);
  const choose = (): ((page: Page) => Promise<void>) => {
    let luck = random.between(0, all);
    return (deeds.find(([weight]) => (luck -= weight) < 0) ?? deeds[0])?.[1] ?? (async () => {});
  };

  await open();
  begin();
  for (let act = 0; act < acts; act += 1) {
    const pages = context.pages();
    await choose()(pages.length > 0 ? random.pick(pages) : await open());
    await sleep(random.chance(0.3) ? random.between(0, 30) : random.between(50, 500));
  }
  // The last press may be a moment old: the tab is closed on it, or it is not.
  for (const page of context.pages()) await listening(page);
  await setOffline(false);
}

/** Nobody leaves a page that has not begun to listen: what was pressed there would be nobody's. */
const listening = (page: Page): Promise<unknown> =>
  attempt(page.waitForFunction(isListening, null, { timeout: 6_000 }));

const press = async (found: Locator | null, times = 1): Promise<void> => {
  if (found === null) return;
  for (let time = 0; time < times; time += 1) await attempt(found.click({ force: true, timeout: 1_500 }));
};

/** Has the app taken over every switch, or drawn it? */
const isListening = (): boolean => {
  const controls = [...document.querySelectorAll('input[role=switch]')];
  // It runs in the page, where nothing of this file is: what it needs stands in it.
  return controls.length > 0 && controls.every((one) => Object.keys(one).some((key) => key.startsWith('__reactProps')));
};

/** What a person tries may fail: the page is gone, the element moved, the network is off. They go on. */
export async function attempt<T>(trying: Promise<T>): Promise<T | null> {
  try {
    return await trying;
  } catch {
    return null;
  }
}
