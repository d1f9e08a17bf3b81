import { createHash } from 'node:crypto';
import { misfortunesOf } from './misfortunes.ts';
import { createPerson } from './person.ts';
import { createSetting, leave, MINUTE, type Setting, setOnline, show, signIn, thaw } from './setting.ts';

export interface Outcome {
  readonly seed: number;
  readonly violations: readonly string[];
  /** Everything that happened, in order. */
  readonly trace: readonly string[];
  /** SHA-256 of the trace. */
  readonly hash: string;
  readonly clicks: number;
  readonly entries: number;
}

/** One world from its seed: a customer presses, misfortunes happen, then there is peace, then judgement. */
export async function simulate(seed: number): Promise<Outcome> {
  const setting = createSetting(seed);
  const { time, tabs, random, oracle, clicks, server, lines } = setting;
  const observe = (): void => oracle.observe(tabs);

  planEverything(setting);
  for (const tab of tabs) time.after(random.between(0, 2000), () => tab.page ?? tab.open());
  await time.runUntil(setting.length, observe);
  // Every misfortune has ended by then; who was to sign in again has done so.
  await time.runUntil(setting.length + MINUTE, observe);
  for (const browser of setting.browsers) leave(setting, browser);
  for (const lost of [false, true]) {
    if (lost) for (const browser of setting.browsers) browser.cookie = null;
    makePeace(setting, null);
    await settleDown(setting, observe);
    oracle.concludeHere(tabs);
  }
  for (const customer of ['B', 'A'] as const) {
    makePeace(setting, customer);
    const settled = await settleDown(setting, observe);
    if (!settled) oracle.violations.push(`everything settles: something is still planned for ${customer}`);
    oracle.conclude(customer, tabs);
  }

  return {
    seed,
    violations: oracle.violations,
    trace: lines,
    hash: createHash('sha256').update(lines.join('\n')).digest('hex'),
    clicks: clicks.all.length,
    entries: server.record('A').log.length + server.record('B').log.length,
  };
}

/** All the time that everything needs, and one more look at it; false if something is still planned. */
async function settleDown({ time, tabs }: Setting, observe: () => void): Promise<boolean> {
  const settled = await time.runUntil(time.now() + 30 * MINUTE, observe);
  for (const tab of tabs) tab.page?.hear('restored');
  const still = await time.runUntil(time.now() + 10 * MINUTE, observe);
  return settled && still;
}

/** When somebody presses and when something goes wrong; presses often come close together. */
function planEverything(setting: Setting): void {
  const { random, time, tabs, length } = setting;
  const person = createPerson(setting);
  const possible = misfortunesOf(setting).filter(() => random.chance(0.4));
  const act = (): void => {
    const tab = random.pick(tabs);
    if (tab.page && !tab.page.frozen) person.act(tab);
  };
  for (let acts = random.whole(4, 10) * tabs.length; acts > 0; acts--) {
    const moment = random.between(1500, length);
    time.after(moment, act);
    if (random.chance(0.4)) time.after(moment + random.between(1, 900), act);
  }
  for (let blows = possible.length > 0 ? random.whole(0, 12) : 0; blows > 0; blows--)
    time.after(random.between(1000, length), () => random.pick(possible)());
}

/** Everything heals, nobody presses any more, and what is unsettled has all the time it needs. */
function makePeace(setting: Setting, customer: 'A' | 'B' | null): void {
  setting.network.heal();
  for (const browser of setting.browsers) {
    setOnline(setting, browser, true);
    if (customer !== null) signIn(setting, browser, customer);
  }
  for (const tab of setting.tabs) {
    if (!tab.page) tab.open();
    thaw(setting, tab);
    show(tab);
    tab.load();
  }
}
