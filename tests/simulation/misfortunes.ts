import { isCustomer } from './server.ts';
import { becomes, MINUTE, type Setting, setOnline, show, signIn, thaw } from './setting.ts';

/** What may go wrong around the customer, each with its own end. */
export function misfortunesOf(setting: Setting): readonly (() => void)[] {
  const { random, time, server, browsers, tabs, trace, tabsOf, losing } = setting;
  const soon = (): number => random.between(100, 30_000);

  const crash = (): void => {
    const tab = random.pick(tabs);
    losing(`${tab.name} crashes`, [tab], () => tab.crash());
    time.after(soon(), () => tab.page ?? tab.open());
  };
  const goOffline = (): void => {
    const browser = random.pick(browsers);
    setOnline(setting, browser, false);
    time.after(soon(), () => setOnline(setting, browser, true));
  };
  /** The session ends, and the same customer signs in beside the open tabs, which find out when they next ask. */
  const endSession = (): void => {
    const browser = random.pick(browsers);
    if (!isCustomer(browser.cookie)) return;
    trace(`${browser.name} signed out`);
    browser.last = browser.cookie;
    browser.cookie = null;
    time.after(soon(), () => {
      if (isCustomer(browser.cookie)) return;
      becomes(setting, browser, browser.last);
      trace(`${browser.name} signs in ${browser.last} again`);
      for (const tab of tabsOf(browser)) time.after(random.between(1, 2000), () => tab.load());
    });
  };
  /** What the browser decided without a customer is somebody else's from now on. */
  const loseOwn = (): void => {
    const browser = random.pick(browsers);
    if (isCustomer(browser.cookie)) return;
    trace(`${browser.name} loses its own session`);
    browser.cookie = null;
  };
  const hide = (): void => {
    const tab = random.pick(tabs);
    if (tab.page) tab.page.hidden = true;
    tab.page?.hear('hidden');
    time.after(soon(), () => show(tab));
  };
  /** The page goes into the browser's memory, and its connections are cut. */
  const freeze = (): void => {
    const tab = random.pick(tabs);
    const { page } = tab;
    if (!page || page.frozen) return;
    page.hidden = true;
    page.hear('hidden');
    page.frozen = true;
    trace(`${tab.name} freezes`);
    time.after(soon(), () => thaw(setting, tab));
  };
  const loseStorage = (): void => {
    const browser = random.pick(browsers);
    losing(`${browser.name} loses its storage`, tabsOf(browser), () => {
      browser.stored.clear();
      browser.storedHere.clear();
    });
  };
  const jumpClock = (): void => {
    const browser = random.pick(browsers);
    browser.clock += random.between(-3, 3) * 60 * MINUTE;
    trace(`${browser.name} clock ${browser.clock.toFixed(0)}`);
  };
  const signal = (): void => {
    const items = server.signalled('A');
    if (items.length > 0) server.withdraw('A', 'gpc', items);
    trace('gpc');
  };
  const agent = (): void => {
    server.withdraw('A', 'agent', [{ choice: 'location.offers', value: 'off' }]);
    trace('agent');
  };
  const another = (): void => signIn(setting, random.pick(browsers), random.pick(['A', 'B']));

  return [crash, goOffline, endSession, loseOwn, hide, freeze, loseStorage, jumpClock, signal, agent, another];
}
