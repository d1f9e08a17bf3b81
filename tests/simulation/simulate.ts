import { createHash } from 'node:crypto';
import { type Browser, openBrowser } from './browser.ts';
import { drawFaults } from './faults.ts';
import { startNetwork } from './network.ts';
import { createOracle, keysIn } from './oracle.ts';
import { createPerson } from './person.ts';
import { type Random, randomFrom } from './random.ts';
import { type Customer, startServer } from './server.ts';
import { createTab, type Tab } from './tab.ts';
import { startTime } from './time.ts';
import { EPOCH, noticeOf } from './world.ts';

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

const MINUTE = 60_000;

/** One world from its seed: two devices, three tabs, one customer or two, misfortunes, then peace, then judgement. */
export async function simulate(seed: number): Promise<Outcome> {
  const random = randomFrom(seed);
  const time = startTime();
  const lines: string[] = [];
  const trace = (line: string): void => void lines.push(`${time.now().toFixed(3)} ${line}`);

  const length = random.between(0.3, 3) * MINUTE;
  const notices = [noticeOf(1, EPOCH - 1000 * MINUTE, false)];
  if (random.chance(0.3)) notices.push(noticeOf(2, EPOCH + random.between(0, length), random.chance(0.5)));
  const server = startServer(() => new Date(EPOCH + Math.floor(time.now())).toISOString(), notices);
  const network = startNetwork(time, random, drawFaults(random), trace);
  const oracle = createOracle(server);
  const person = createPerson(random, oracle, trace);

  const browsers = [1, 2].map((name) => openBrowser(String(name), drawRefusals(random), time, random));
  const [first, second] = browsers as [Browser, Browser];
  const around = { time, random, network, server, watch: { trace, sending: oracle.sending, landed: () => {} } };
  const tabs = [createTab('1a', first, around), createTab('1b', first, around), createTab('2a', second, around)];
  const present = random.chance(0.5) ? tabs : tabs.slice(0, random.whole(1, 2));
  const tabsOf = (browser: Browser): Tab[] => present.filter((tab) => tab.browser === browser);

  /** What only a page or a storage had is lost with it. */
  function losing(what: string, tabsHit: readonly Tab[], lose: () => void): void {
    const held = new Set(tabsHit.flatMap(keysIn));
    trace(what);
    lose();
    oracle.mourn(held, present);
  }

  function signIn(browser: Browser, customer: Customer): void {
    if (browser.cookie === customer) return;
    trace(`${browser.name} signs in ${customer}`);
    browser.cookie = customer;
    // The way to a sign-in page and back is a new page in every tab; where they share no storage nothing outlives it.
    losing(`${browser.name} reloads`, tabsOf(browser), () => {
      for (const tab of tabsOf(browser)) {
        tab.crash();
        tab.open();
      }
    });
  }

  const misfortunes: readonly (() => void)[] = [
    () => {
      const tab = random.pick(present);
      losing(`${tab.name} crashes`, [tab], () => tab.crash());
      time.after(random.between(100, 30_000), () => tab.page ?? tab.open());
    },
    () => {
      const browser = random.pick(browsers);
      setOnline(browser, false);
      time.after(random.between(500, 40_000), () => setOnline(browser, true));
    },
    () => {
      const browser = random.pick(browsers);
      trace(`${browser.name} signed out`);
      const { cookie } = browser;
      browser.cookie = null;
      time.after(random.between(500, 40_000), () => returnTo(browser, cookie));
    },
    () => {
      const tab = random.pick(present);
      if (tab.page) tab.page.hidden = true;
      tab.page?.hear('hidden');
      time.after(random.between(100, 20_000), () => show(tab));
    },
    () => {
      const tab = random.pick(present);
      const { page } = tab;
      if (!page || page.frozen) return;
      page.hidden = true;
      page.hear('hidden');
      page.frozen = true;
      trace(`${tab.name} freezes`);
      time.after(random.between(100, 20_000), () => thaw(tab));
    },
    () => {
      const browser = random.pick(browsers);
      losing(`${browser.name} loses its storage`, tabsOf(browser), () => browser.stored.clear());
    },
    () => {
      const browser = random.pick(browsers);
      browser.clock += random.between(-3, 3) * 60 * MINUTE;
      trace(`${browser.name} clock ${browser.clock.toFixed(0)}`);
    },
    () => {
      const items = server.signalled('A');
      if (items.length > 0) server.withdraw('A', 'gpc', items);
      trace('gpc');
    },
    () => {
      server.withdraw('A', 'agent', [{ choice: 'location.offers', value: 'off' }]);
      trace('agent');
    },
    () => signIn(random.pick(browsers), random.pick(['A', 'B'])),
  ];
  const possible = misfortunes.filter(() => random.chance(0.4));

  function setOnline(browser: Browser, online: boolean): void {
    if (browser.online === online) return;
    browser.online = online;
    trace(`${browser.name} ${online ? 'online' : 'offline'}`);
    for (const tab of tabsOf(browser)) tab.page?.hear(online ? 'online' : 'offline');
  }

  /** The same customer signs in again beside the open tabs, which find out when they next ask. */
  function returnTo(browser: Browser, customer: Customer | null): void {
    if (browser.cookie !== null || customer === null) return;
    browser.cookie = customer;
    trace(`${browser.name} signs in ${customer} again`);
    for (const tab of tabsOf(browser)) time.after(random.between(1, 2000), () => tab.load());
  }

  function show(tab: Tab): void {
    if (!tab.page || tab.page.frozen) return;
    tab.page.hidden = false;
    tab.page.hear('shown');
  }

  function thaw(tab: Tab): void {
    const { page } = tab;
    if (!page?.frozen) return;
    trace(`${tab.name} thaws`);
    page.hidden = false;
    page.thaw();
    page.hear('restored');
    page.hear(tab.browser.online ? 'online' : 'offline');
  }

  function observe(): void {
    oracle.observe(present);
  }

  plan(random, length, present.length, {
    act: () => {
      const tab = random.pick(present);
      if (tab.page && !tab.page.frozen) person.act(tab);
    },
    suffer: () => possible.length > 0 && random.pick(possible)(),
    at: (ms, run) => time.after(ms, run),
  });
  for (const tab of present) time.after(random.between(0, 2000), () => tab.page ?? tab.open());
  await time.runUntil(length, observe);

  // Peace: everything heals, nobody presses any more, and what is unsettled has all the time it needs.
  for (const customer of ['B', 'A'] as const) {
    network.heal();
    for (const browser of browsers) {
      setOnline(browser, true);
      signIn(browser, customer);
    }
    for (const tab of present) {
      if (!tab.page) tab.open();
      thaw(tab);
      show(tab);
      tab.load();
    }
    const settled = await time.runUntil(time.now() + 30 * MINUTE, observe);
    for (const tab of present) tab.page?.hear('restored');
    const still = await time.runUntil(time.now() + 10 * MINUTE, observe);
    if (!settled || !still) oracle.violations.push(`everything settles: something is still planned for ${customer}`);
    oracle.conclude(customer, present);
  }

  return {
    seed,
    violations: oracle.violations,
    trace: lines,
    hash: createHash('sha256').update(lines.join('\n')).digest('hex'),
    clicks: oracle.clicks.length,
    entries: server.record('A').log.length + server.record('B').log.length,
  };
}

function drawRefusals(random: Random) {
  return { storage: random.chance(0.1), locks: random.chance(0.2), channel: random.chance(0.2) };
}

interface Agenda {
  readonly act: () => void;
  readonly suffer: () => void;
  readonly at: (ms: number, run: () => void) => void;
}

/** When somebody presses and when something goes wrong; presses often come close together. */
function plan(random: Random, length: number, tabs: number, { act, suffer, at }: Agenda): void {
  for (let acts = random.whole(4, 10) * tabs; acts > 0; acts--) {
    const moment = random.between(1500, length);
    at(moment, act);
    if (random.chance(0.4)) at(moment + random.between(1, 900), act);
  }
  for (let blows = random.whole(0, 12); blows > 0; blows--) at(random.between(1000, length), suffer);
}
