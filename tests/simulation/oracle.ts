import type { DecisionItem } from '#contract/decisions.ts';
import { type Clicks, lineOf, wantedBy } from './clicks.ts';
import { createHereJudge } from './judge-here.ts';
import { createLogJudge } from './judge-log.ts';
import { createScreenJudge } from './judge-screen.ts';
import { type Customer, isCustomer, type Server } from './server.ts';
import type { Tab } from './tab.ts';
import { choiceNames, isOff } from './world.ts';

export type Blame = (rule: string, detail: string) => void;

/** Watches from outside the engine, and says what must never be. It knows the clicks, the screens and the log. */
export interface Oracle {
  readonly violations: string[];
  readonly sending: (tab: Tab, key: string, items: readonly DecisionItem[]) => void;
  /** What is sent in a browser's own name only withdraws. */
  readonly sendingHere: (tab: Tab, key: string, items: readonly DecisionItem[]) => void;
  /** After anything happened. */
  readonly observe: (tabs: readonly Tab[]) => void;
  /** When everything is well again, nobody is signed in, and nothing is left to happen. */
  readonly concludeHere: (tabs: readonly Tab[]) => void;
  /** When everything is well again and nothing is left to happen. */
  readonly conclude: (customer: Customer, tabs: readonly Tab[]) => void;
}

export function createOracle(server: Server, clicks: Clicks): Oracle {
  const violations: string[] = [];
  const bodies = new Map<string, string>();
  const blame: Blame = (rule, detail) => {
    if (violations.length < 20) violations.push(`${rule}: ${detail}`);
  };
  const judgeLog = createLogJudge(server, clicks, blame);
  const judgeHere = createHereJudge(server, clicks, blame);
  const judgeScreens = createScreenJudge(server, clicks, blame);

  /** The last word of the customer on a choice, if it was off, is the server's last word. */
  function judgeLastWord(customer: Customer, choice: string): void {
    const click = clicks.lastOf(customer, choice);
    if (!click || click.lost || !isOff(choice, wantedBy(click, choice) ?? '')) return;
    const where = `${click.key} ${choice}`;
    if (!isOff(choice, server.effective(customer, choice))) blame('last click off, server off', where);
    if (!lineOf(server, click, choice)) blame('a withdrawal is never dropped', where);
  }

  function judgeRest(customer: Customer, tab: Tab): void {
    const state = tab.page?.engine.store.getState();
    if (!state) return;
    if (state.intents.length > 0) blame('everything settles', `${tab.name}: ${state.intents[0]?.key}`);
    if (Object.values(state.doubts).some((until) => until > state.refetch.back)) blame('doubt ends', tab.name);
    for (const choice of choiceNames) {
      const view = tab.view(choice);
      const where = `${tab.name} ${choice} ${view?.status}`;
      if (view?.stored?.effective !== server.effective(customer, choice)) blame('screens agree in the end', where);
      if (view?.status !== 'saved' && view?.status !== 'changed_elsewhere') blame('everything settles', where);
    }
  }

  return {
    violations,
    sending(tab, key, items) {
      const { page, browser } = tab;
      if (!page) return;
      const kept = page.storage.get(key);
      if (kept === null || (JSON.parse(kept) as { tries: number }).tries < 1) blame('kept before it is sent', key);
      const body = JSON.stringify(items);
      if (!browser.refuses.locks && (bodies.get(key) ?? body) !== body) blame('one key, one body', key);
      bodies.set(key, body);
      if (!page.engine.store.getState().online) blame('offline is believed', key);
      const click = clicks.byKey(key);
      if (click && isCustomer(browser.cookie) && click.customer !== browser.cookie) blame('sent for nobody else', key);
      const crossing = [...page.flights.values()].some((air) => items.some((item) => air.includes(item.choice)));
      if (crossing && !page.hidden) blame('one flight per choice', key);
    },
    sendingHere: judgeHere.sending,
    observe(tabs) {
      for (const subject of ['A', 'B', ...server.owns()] as const) judgeLog(subject);
      judgeScreens(tabs);
    },
    concludeHere: judgeHere.conclude,
    conclude(customer, tabs) {
      for (const choice of choiceNames) judgeLastWord(customer, choice);
      for (const tab of tabs) judgeRest(customer, tab);
    },
  };
}
