import type { Browser, Page } from 'playwright';
import type { Choices } from '#contract/choices.ts';
import type { Entry } from '#contract/decisions.ts';
import type { PublishedNotice } from '#contract/notice.ts';
import { isOptional } from '#rules/options.ts';
import { randomFrom } from '#tests/simulation/random.ts';
import { httpClient } from '#tests/server/http-client.ts';
import { falseClaims, keptOn, type Evidence } from './judge.ts';
import { startLyingProxy } from './lying-proxy.ts';
import { actAsPerson, attempt } from './person.ts';
import { claimPrefix, pressPrefix, watch, type Claim, type Press } from './watch.ts';

export interface Verdict {
  readonly seed: number;
  readonly presses: number;
  readonly claims: number;
  readonly told: ReadonlyMap<string, number>;
  readonly falseClaims: readonly string[];
  readonly keptOn: readonly string[];
  /** What broke in the page, or never came to rest. */
  readonly broken: readonly string[];
}

/** Milliseconds in which everything that waits must be settled once the way is free. */
const patience = 60_000;

/** One person, one browser, one bad connection: then the way is made free, and what was shown is held to the log. */
export async function playScript(browser: Browser, server: string, cookie: string, seed: number): Promise<Verdict> {
  const random = randomFrom(seed);
  const proxy = await startLyingProxy(server, randomFrom(seed ^ 0x5bd1e995));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const broken: string[] = [];
  context.on('weberror', (error) => {
    // What does not come over a bad network is no fault of the page, which says so and tries again.
    const { message } = error.error();
    if (!message.startsWith('Failed to fetch')) broken.push(message);
  });
  try {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Lax' }]);
    await context.addInitScript(watch, [pressPrefix, claimPrefix] as const);
    await turnOn(server, cookie);
    await actAsPerson(context, proxy.origin, { random, acts: random.whole(14, 32), begin: () => proxy.spoil() });
    proxy.heal();
    const page = await context.newPage();
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.goto(`${proxy.origin}/`);
    // What waits for its next try goes at once when the browser says that it is back.
    await context.setOffline(true);
    await context.setOffline(false);
    if (!(await settled(page))) broken.push(`did not come to rest: ${await unsettled(page)}`);
    const evidence: Evidence = {
      presses: await bookOf<Press>(page, pressPrefix),
      claims: await bookOf<Claim>(page, claimPrefix),
      ...(await recordOf(server, cookie)),
    };
    return {
      seed,
      presses: evidence.presses.length,
      claims: evidence.claims.length,
      told: proxy.told,
      falseClaims: falseClaims(evidence),
      keptOn: keptOn(evidence),
      broken,
    };
  } finally {
    await context.close();
    await proxy.close();
  }
}

/** Everything is on to begin with: there is something to lose. */
async function turnOn(server: string, cookie: string): Promise<void> {
  const client = httpClient(server, cookie);
  const { choices, notice } = await client.choices();
  await client.decided(
    choices.map(({ choice, seq }) => ({
      choice,
      value: 'on',
      seen: { seq, notice: notice.version },
      confirmed: true,
      gpcAck: true,
    })),
  );
}

/** Clicks that wait are kept in the browser's storage until they are settled. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('evenhand/intents/')));

async function settled(page: Page): Promise<boolean> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (((await attempt(kept(page))) ?? ['?']).length === 0) return true;
    await attempt(page.getByRole('button', { name: 'Try now' }).first().click({ timeout: 500 }));
    await page.waitForTimeout(200);
  }
  return false;
}

const unsettled = async (page: Page): Promise<string> =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([name]) => name.startsWith('evenhand/intents/'))
      .map(([, text]) => String(text).slice(0, 300))
      .join(' '),
  );

const bookOf = <T>(page: Page, prefix: string): Promise<T[]> =>
  page.evaluate(
    (beginning) =>
      Object.entries(localStorage)
        .filter(([name]) => name.startsWith(beginning))
        .map(([, text]) => JSON.parse(String(text)) as T),
    prefix,
  );

/** The customer's log, asked of the server itself and not through the lying way. */
async function recordOf(server: string, cookie: string): Promise<Pick<Evidence, 'entries' | 'initial'>> {
  const client = httpClient(server, cookie);
  const entries: Entry[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await client.request('GET', `/v1/halden-row/me/decisions?limit=200${cursor && `&cursor=${cursor}`}`);
    const page = (await answer.json()) as { entries: Entry[]; next: string | null };
    entries.push(...page.entries);
    cursor = page.next;
  }
  const answer = await client.request('GET', '/v1/halden-row/notices/current?language=en');
  const { notice } = (await answer.json()) as PublishedNotice;
  const uses = notice.categories.flatMap((category) => category.uses).filter(isOptional);
  const { choices }: Choices = await client.choices();
  const isUndecided = new Map(choices.map((state) => [state.choice, state.decided === null ? state.effective : 'off']));
  return {
    entries: entries.toReversed(),
    initial: new Map(uses.map(({ id }) => [id, isUndecided.get(id) ?? 'off'])),
  };
}
