import { createHash } from 'node:crypto';
import type { Deed } from '#intents/deed.ts';
import { type Browser, openBrowser } from '#tests/simulation/browser.ts';
import { drawFaults } from '#tests/simulation/faults.ts';
import { startNetwork } from '#tests/simulation/network.ts';
import { randomFrom } from '#tests/simulation/random.ts';
import type { Customer } from '#tests/simulation/server.ts';
import { startTime } from '#tests/simulation/time.ts';
import { EPOCH } from '#tests/simulation/world.ts';
import { createOracle, questions, targetOf } from './oracle.ts';
import { openPage, type Page } from './page.ts';
import { startServer, UNFIT } from './server.ts';

const MINUTE = 60_000;

interface Tab {
  readonly name: string;
  readonly browser: Browser;
  page: Page | null;
}

/** One world from its seed: customers answer questions, misfortunes happen, then there is peace, then judgement. */
export async function simulate(seed: number) {
  const random = randomFrom(seed);
  const time = startTime();
  const lines: string[] = [];
  const trace = (line: string): void => void lines.push(`${time.now().toFixed(3)} ${line}`);
  const server = startServer(() => new Date(EPOCH + Math.floor(time.now())).toISOString());
  const network = startNetwork(time, random, drawFaults(random), trace);
  const oracle = createOracle(server);
  const length = random.between(0.3, 3) * MINUTE;
  const refuses = () => ({ storage: random.chance(0.1), locks: random.chance(0.2), channel: random.chance(0.2) });
  const browsers = ['1', '2'].map((name) => openBrowser(name, refuses(), time, random));
  const [first, second] = browsers as [Browser, Browser];
  const tabs: Tab[] = [
    { name: '1a', browser: first, page: null },
    { name: '1b', browser: first, page: null },
    { name: '2a', browser: second, page: null },
  ];
  const tabsOf = (browser: Browser): Tab[] => tabs.filter((tab) => tab.browser === browser);
  const pages = (): Page[] => tabs.flatMap(({ page }) => page ?? []);
  let drawn = '';
  let said = 0;

  function open(tab: Tab): void {
    tab.page ??= openPage({
      name: tab.name,
      browser: tab.browser,
      time,
      random,
      network,
      server,
      newKey: () => (drawn = `${tab.name}-${random.whole(1e12, 9e12)}`),
      sending: (page, deed) => oracle.sending(page, deed),
    });
    tab.page.load();
  }

  /** The keys that a tab or the storage behind it holds. */
  const heldIn = ({ page, browser }: Tab): string[] => {
    const { intents = [], notes = {} } = page?.deeds.store.getState() ?? {};
    const mine = intents.filter((deed) => deed.mine).map(({ key }) => key);
    const noted = Object.values(notes).map(({ deed }) => deed.key);
    return [...mine, ...noted, ...(page?.storage.names() ?? []), ...browser.storedHere.keys()];
  };
  /** What only these had is lost, and nobody can be blamed. */
  function losing(what: string, hit: readonly Tab[], lose: () => void): void {
    const held = hit.flatMap(heldIn);
    trace(what);
    lose();
    const living = new Set(tabs.flatMap(heldIn));
    for (const key of held) {
      if (!living.has(key)) oracle.lose(key);
    }
  }

  function act(tab: Tab): void {
    const { page } = tab;
    const { subject } = page?.deeds.store.getState() ?? {};
    if (!page || !subject) return;
    const { deeds } = page;
    const question = random.pick(questions);
    const target = targetOf(question);
    const luck = random.next();
    const { intents, notes } = deeds.store.getState();
    if (luck < 0.08) return deeds.tryNow();
    if (luck < 0.16) {
      for (const { key, mine, tries } of intents.filter((deed) => deed.target === target)) {
        if (mine && tries === 0) oracle.lose(key);
      }
      // It was asked again, and the customer let it go.
      if (notes[target]?.kind === 'refused') oracle.lose(notes[target].deed.key);
      trace(`${tab.name} dismisses ${target}`);
      return deeds.dismiss(target);
    }
    const note = notes[target];
    const again = luck < 0.24 && note?.kind === 'refused' && note.deed.asked.name === 'answerQuestion';
    const value = again
      ? (note.deed.asked.input as { value: string | null }).value
      : luck < 0.3
        ? UNFIT
        : luck < 0.45
          ? null
          : `answer ${++said}`;
    const kept = page.storage.names().map((name) => JSON.parse(page.storage.get(name) ?? '') as Deed);
    const visible = [...intents, ...kept, ...(note ? [note.deed] : [])]
      .filter((deed) => deed.target === target && deed.subject === subject)
      .map(({ key }) => key);
    if (again) deeds.again(target);
    else deeds.run('answerQuestion', { question, value }, target);
    const at = page.now();
    const age = (): number => EPOCH + time.now() + tab.browser.clock - at;
    const customer: Customer = subject.startsWith('a') ? 'A' : 'B';
    oracle.note({
      key: drawn,
      browser: tab.browser.name,
      unlocked: tab.browser.refuses.locks,
      customer,
      question,
      value,
      visible,
      lost: false,
      old: false,
      age,
    });
    trace(`${tab.name} answers ${question}=${value} as ${drawn}`);
  }

  const soon = (): number => random.between(100, 30_000);
  const online = (browser: Browser, is: boolean): void => {
    if (browser.online === is) return;
    browser.online = is;
    trace(`${browser.name} ${is ? 'online' : 'offline'}`);
    for (const { page } of tabsOf(browser)) page?.hear(is ? 'online' : 'offline');
  };
  /** The other tabs of a browser find out when they next ask. */
  const signIn = (browser: Browser, customer: Customer | null): void => {
    trace(`${browser.name} is ${customer}`);
    browser.cookie = customer;
    for (const { page } of tabsOf(browser)) time.after(random.between(1, 5000), () => page?.load());
  };
  const misfortunes: readonly (() => void)[] = [
    () => {
      const tab = random.pick(tabs);
      losing(`${tab.name} crashes`, [tab], () => {
        tab.page?.close();
        tab.page = null;
      });
      time.after(soon(), () => open(tab));
    },
    () => {
      const browser = random.pick(browsers);
      online(browser, false);
      time.after(soon(), () => online(browser, true));
    },
    () => {
      const browser = random.pick(browsers);
      const before = browser.cookie === 'B' ? 'B' : 'A';
      signIn(browser, null);
      time.after(soon(), () => signIn(browser, before));
    },
    () => signIn(random.pick(browsers), random.pick(['A', 'B'])),
    () => random.pick(tabs).page?.hear(random.pick(['hidden', 'shown', 'restored'])),
    () => {
      const browser = random.pick(browsers);
      losing(`${browser.name} loses its storage`, tabsOf(browser), () => browser.storedHere.clear());
    },
    () => {
      const browser = random.pick(browsers);
      browser.clock += random.pick([-3, 3, 25]) * 60 * MINUTE;
      trace(`${browser.name} clock ${browser.clock}`);
    },
  ];

  /** A page that changes customers keeps nothing of the one before but what is in storage. */
  const held = new Map<Tab, { readonly subject: string | null; readonly keys: readonly string[] }>();
  function mourn(tab: Tab): void {
    const subject = tab.page?.deeds.store.getState().subject ?? null;
    const before = held.get(tab);
    const living = new Set(tabs.flatMap(heldIn));
    if (before && before.subject !== subject) for (const key of before.keys) if (!living.has(key)) oracle.lose(key);
    held.set(tab, { subject, keys: heldIn(tab) });
  }
  const observe = (): void => {
    tabs.forEach(mourn);
    oracle.observe(pages());
  };
  const possible = misfortunes.filter(() => random.chance(0.45));
  for (let acts = random.whole(6, 30); acts > 0; acts--) {
    const tab = random.pick(tabs);
    const moment = random.between(1500, length);
    time.after(moment, () => act(tab));
    if (random.chance(0.4)) time.after(moment + random.between(1, 900), () => act(tab));
  }
  for (let blows = possible.length > 0 ? random.whole(0, 12) : 0; blows > 0; blows--)
    time.after(random.between(1000, length), () => random.pick(possible)());
  for (const tab of tabs) time.after(random.between(0, 2000), () => open(tab));
  await time.runUntil(length + MINUTE, observe);

  network.heal();
  await time.runUntil(time.now() + 3 * MINUTE, observe);
  oracle.tried(pages());
  for (const customer of ['B', 'A'] as const) {
    for (const browser of browsers) {
      online(browser, true);
      signIn(browser, customer);
    }
    tabs.forEach(open);
    const done = await time.runUntil(time.now() + 30 * MINUTE, observe);
    for (const page of pages()) page.hear('restored');
    const still = await time.runUntil(time.now() + 10 * MINUTE, observe);
    if (!done || !still) oracle.violations.push('everything settles: something is still planned');
    oracle.conclude(customer, pages());
  }
  return {
    violations: oracle.violations,
    trace: lines,
    hash: createHash('sha256').update(lines.join('\n')).digest('hex'),
    acts: oracle.acts.size,
    stored: server.log.length,
  };
}
