import { type Browser, openBrowser } from './browser.ts';
import { type Clicks, createClicks, keysIn, mourn } from './clicks.ts';
import { drawFaults } from './faults.ts';
import { type Network, startNetwork } from './network.ts';
import { createOracle, type Oracle } from './oracle.ts';
import { type Random, randomFrom } from './random.ts';
import { type Customer, isCustomer, type Server, startServer } from './server.ts';
import { createTab, type Tab } from './tab.ts';
import { startTime, type Time } from './time.ts';
import { EPOCH, noticeOf } from './world.ts';

export const MINUTE = 60_000;

/** One world before anything has happened in it, and the ways in which its browsers change. */
export interface Setting {
  readonly random: Random;
  readonly time: Time;
  readonly server: Server;
  readonly network: Network;
  readonly clicks: Clicks;
  readonly oracle: Oracle;
  readonly browsers: readonly Browser[];
  readonly tabs: readonly Tab[];
  /** How long people press and things go wrong, in milliseconds. */
  readonly length: number;
  readonly lines: readonly string[];
  readonly trace: (line: string) => void;
  readonly tabsOf: (browser: Browser) => readonly Tab[];
  /** Does something that loses what only these tabs, or the storage behind them, had. */
  readonly losing: (what: string, tabs: readonly Tab[], lose: () => void) => void;
}

/** Two devices, up to three tabs, a notice that may change on the way, and what its network and browsers refuse. */
export function createSetting(seed: number): Setting {
  const random = randomFrom(seed);
  const time = startTime();
  const lines: string[] = [];
  const trace = (line: string): void => void lines.push(`${time.now().toFixed(3)} ${line}`);

  const length = random.between(0.3, 3) * MINUTE;
  const notices = [noticeOf(1, EPOCH - 1000 * MINUTE, false)];
  if (random.chance(0.3)) notices.push(noticeOf(2, EPOCH + random.between(0, length), random.chance(0.5)));
  const server = startServer(() => new Date(EPOCH + Math.floor(time.now())).toISOString(), notices);
  const network = startNetwork(time, random, drawFaults(random), trace);
  const clicks = createClicks();
  const oracle = createOracle(server, clicks);

  const first = openBrowser('1', drawRefusals(random), time, random);
  const second = openBrowser('2', drawRefusals(random), time, random);
  const around = { time, random, network, server, sending: oracle.sending, sendingHere: oracle.sendingHere };
  const all = [createTab('1a', first, around), createTab('1b', first, around), createTab('2a', second, around)];
  const tabs = random.chance(0.5) ? all : all.slice(0, random.whole(1, 2));

  return {
    random,
    time,
    server,
    network,
    clicks,
    oracle,
    browsers: [first, second],
    tabs,
    length,
    lines,
    trace,
    tabsOf: (browser) => tabs.filter((tab) => tab.browser === browser),
    losing(what, hit, lose) {
      const held = new Set(hit.flatMap(keysIn));
      trace(what);
      lose();
      mourn(clicks, held, tabs);
    },
  };
}

const drawRefusals = (random: Random) => ({
  storage: random.chance(0.1),
  locks: random.chance(0.2),
  channel: random.chance(0.2),
});

/** The connection of a browser goes or comes back. */
export function setOnline({ trace, tabsOf }: Setting, browser: Browser, online: boolean): void {
  if (browser.online === online) return;
  browser.online = online;
  trace(`${browser.name} ${online ? 'online' : 'offline'}`);
  for (const tab of tabsOf(browser)) tab.page?.hear(online ? 'online' : 'offline');
}

/** A session of a customer begins; what the browser decided without one joins it. */
export function becomes({ server }: Setting, browser: Browser, customer: Customer): void {
  const { cookie } = browser;
  if (cookie !== null && !isCustomer(cookie)) server.link(cookie, customer);
  browser.cookie = customer;
}

/** Somebody else signs in: the way to the sign-in page and back is a new page in every tab. */
export function signIn(setting: Setting, browser: Browser, customer: Customer): void {
  const { trace, tabsOf, losing } = setting;
  if (browser.cookie === customer) return;
  trace(`${browser.name} signs in ${customer}`);
  becomes(setting, browser, customer);
  losing(`${browser.name} reloads`, tabsOf(browser), () => {
    for (const tab of tabsOf(browser)) {
      tab.crash();
      tab.open();
    }
  });
}

/** A customer's session ends; nobody signs in again. */
export function leave({ trace }: Setting, browser: Browser): void {
  if (!isCustomer(browser.cookie)) return;
  trace(`${browser.name} signed out`);
  browser.last = browser.cookie;
  browser.cookie = null;
}

export function show(tab: Tab): void {
  if (!tab.page || tab.page.frozen) return;
  tab.page.hidden = false;
  tab.page.hear('shown');
}

export function thaw({ trace }: Setting, tab: Tab): void {
  const { page } = tab;
  if (!page?.frozen) return;
  trace(`${tab.name} thaws`);
  page.hidden = false;
  page.thaw();
  page.hear('restored');
  page.hear(tab.browser.online ? 'online' : 'offline');
}
