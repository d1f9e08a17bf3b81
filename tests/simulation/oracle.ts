import type { DecisionItem } from '#contract/decisions.ts';
import type { ChoiceView } from '#intents/choice-view.ts';
import type { Customer, Logged, Server } from './server.ts';
import type { Tab } from './tab.ts';
import { choiceNames, isOff, permits } from './world.ts';

/** One press, as somebody who looks over the customer's shoulder would note it down. */
export interface Click {
  readonly number: number;
  readonly key: string;
  readonly tab: string;
  readonly life: number;
  readonly customer: Customer;
  readonly items: readonly DecisionItem[];
  /** By choice: what was in force in this browser just before. */
  readonly before: Readonly<Record<string, string>>;
  /** The keys of all clicks that this tab knew to be unsettled. */
  readonly visible: readonly string[];
  /** The press could not outlive its page: storage was refused or lost. */
  lost: boolean;
  /** A page opened later can find it in storage. */
  kept: boolean;
}

/** Watches everything from outside the engine, and says what must never be. It knows the clicks and the log only. */
export interface Oracle {
  readonly violations: string[];
  readonly clicks: readonly Click[];
  readonly clicked: (click: Omit<Click, 'number' | 'lost' | 'kept'>) => void;
  readonly sending: (tab: Tab, key: string, items: readonly DecisionItem[]) => void;
  /** After anything happened. */
  readonly observe: (tabs: readonly Tab[]) => void;
  /** A page or a storage is gone: what only it had is lost, and nobody can be blamed. */
  readonly mourn: (held: ReadonlySet<string>, tabs: readonly Tab[]) => void;
  /** When everything is well again and nothing is left to happen. */
  readonly conclude: (customer: Customer, tabs: readonly Tab[]) => void;
}

/** The clicks that a tab holds itself: what it only knows another tab to hold is gone when that tab and storage are. */
const heldBy = (tab: Tab): string[] => {
  const state = tab.page?.engine.store.getState();
  if (!state) return [];
  const refused = Object.values(state.notes).flatMap((note) => (note.kind === 'refused' ? [note.key] : []));
  return [...state.intents.filter((intent) => intent.mine).map((intent) => intent.key), ...refused];
};

/** The clicks that a tab or the storage behind it holds. */
export const keysIn = (tab: Tab): string[] => [...heldBy(tab), ...tab.browser.stored.keys()];

export function createOracle(server: Server): Oracle {
  const violations: string[] = [];
  const clicks: Click[] = [];
  const bodies = new Map<string, string>();
  const judged: Record<Customer, number> = { A: 0, B: 0 };
  /** By browser and choice: the last click on it in any of its tabs. */
  const last = new Map<string, Click>();
  /** By tab, life and choice: the highest seq it was seen to know. */
  const fences = new Map<string, number>();
  /** By key and choice: clicks of which a screen has asked again, or whose wish was seen to be what is stored. */
  const asked = new Set<string>();

  const blame = (rule: string, detail: string): void => {
    if (violations.length < 20) violations.push(`${rule}: ${detail}`);
  };
  const place = (tab: Tab, choice: string): string => `${tab.name} ${choice}`;
  const inLog = (click: Click, choice: string): boolean =>
    server.record(click.customer).log.some((one) => one.key === click.key && applied(one, choice) !== undefined);

  /** Every new line of the log: it came from a click, of this customer, once, and no grant stands on a stale base. */
  function judgeLog(customer: Customer): void {
    const { log } = server.record(customer);
    for (; judged[customer] < log.length; judged[customer]++) {
      const line = log[judged[customer]] as Logged;
      if (line.key === null) continue;
      const click = clicks.find((one) => one.key === line.key);
      if (!click) {
        blame('entries are clicks', `entry ${line.entry.seq} has a key that no click made`);
        continue;
      }
      if (click.customer !== customer) blame('for nobody else', `${click.key} was stored for ${customer}`);
      if (log.some((other) => other !== line && other.key === line.key)) blame('one entry per click', click.key);
      for (const item of line.entry.items) judgeGrant(line, item.choice, click, log);
    }
  }

  function judgeGrant(line: Logged, choice: string, click: Click, log: readonly Logged[]): void {
    const item = applied(line, choice);
    if (!item || permits(choice, item.value) <= permits(choice, line.before[choice] ?? 'off')) return;
    const known = click.items.find((one) => one.choice === choice)?.seen?.seq ?? 0;
    for (const other of log) {
      if (other.entry.seq <= known || other.entry.seq >= line.entry.seq || !applied(other, choice)) continue;
      const own = clicks.find((one) => one.key === other.key);
      const seen = own && own.number < click.number && (own.tab === click.tab || click.visible.includes(own.key));
      if (!seen)
        blame('no grant on a stale base', `${click.key} on ${choice}: entry ${other.entry.seq} was not on screen`);
    }
  }

  function look(tab: Tab, choice: string, view: ChoiceView): void {
    const state = tab.page?.engine.store.getState();
    const customer: Customer = state?.subject?.startsWith('a') ? 'A' : 'B';
    const { log } = server.record(customer);
    const { stored } = view;
    if (stored) {
      const fence = `${tab.name} ${tab.life} ${customer} ${choice}`;
      if (stored.seq < (fences.get(fence) ?? 0)) blame('seq never goes back', fence);
      fences.set(fence, stored.seq);
      const line = log.find((one) => one.entry.seq === stored.seq);
      const truth = line && applied(line, choice);
      if (stored.seq > 0 && (truth?.value !== stored.decided?.value || line?.entry.at !== stored.decided?.at))
        blame('stored is in the log', `${fence} at ${stored.seq}`);
      if (view.inForce !== null && permits(choice, view.inForce) > permits(choice, stored.effective))
        blame('in force is at most what is stored', `${fence}: ${view.inForce} over ${stored.effective}`);
    }
    if (view.status === 'saved' && stored && view.value !== stored.effective)
      blame('saved shows what is stored', place(tab, choice));
    if (
      view.receipt &&
      !clicks.some((click) => inLog(click, choice) && logged(click, log)?.entry.seq === view.receipt?.seq)
    )
      blame('a receipt is of a click', place(tab, choice));
    const click = last.get(`${tab.browser.name} ${choice}`);
    if (click && click.tab === tab.name && click.customer === customer && !click.lost) lookAt(click, tab, choice, view);
  }

  /** Clicks of another tab show here too, and their order is only the clock's. */
  const othersPending = (tab: Tab, choice: string): boolean =>
    (tab.page?.engine.store.getState().intents ?? []).some(
      ({ key, items }) =>
        items.some((item) => item.choice === choice) && clicks.some((one) => one.key === key && one.tab !== tab.name),
    );

  /** What the screen says of the last click on a choice, in the tab where it was made. */
  function lookAt(click: Click, tab: Tab, choice: string, view: ChoiceView): void {
    const wanted = click.items.find((item) => item.choice === choice)?.value ?? '';
    const where = `${click.key} on ${choice}, ${view.status}`;
    const saved = inLog(click, choice);
    const withdrawal =
      permits(choice, wanted) < permits(choice, click.before[choice] ?? 'off') || isOff(choice, wanted);
    // A page opened since looks through storage when it knows whose it is.
    const looked = click.life === tab.life || (click.kept && view.stored !== null);
    if (!looked) return;
    if (withdrawal && !saved && !asked.has(`${click.key} ${choice}`)) {
      if (view.inForce !== null && permits(choice, view.inForce) > permits(choice, wanted))
        blame('off takes effect at the click', where);
      if (view.status === 'saved' && isOff(choice, wanted)) blame('saved means in the log', where);
    }
    if (view.status === 'saved' && !saved && !asked.has(`${click.key} ${choice}`) && view.value !== wanted)
      blame('no click goes without a word', where);
    const pending =
      !asked.has(`${click.key} ${choice}`) &&
      ['saving', 'retrying', 'unconfirmed', 'waiting_offline', 'needs_sign_in'].includes(view.status);
    if (
      pending &&
      view.wanted !== null &&
      click.life === tab.life &&
      view.value !== wanted &&
      !othersPending(tab, choice)
    )
      blame('the control shows the last click', `${where}: ${view.value}`);
  }

  return {
    violations,
    clicks,
    clicked(made) {
      const click = { ...made, number: clicks.length, lost: false, kept: true };
      clicks.push(click);
      for (const { choice } of made.items) last.set(`${made.tab[0]} ${choice}`, click);
    },
    sending(tab, key, items) {
      const click = clicks.find((one) => one.key === key);
      const { page, browser } = tab;
      if (!page) return;
      const state = page.engine.store.getState();
      const kept = page.storage.get(key);
      if (kept === null || (JSON.parse(kept) as { tries: number }).tries < 1) blame('kept before it is sent', key);
      if (!browser.refuses.locks && (bodies.get(key) ?? JSON.stringify(items)) !== JSON.stringify(items))
        blame('one key, one body', key);
      bodies.set(key, JSON.stringify(items));
      if (!state.online) blame('offline is believed', key);
      if (click && browser.cookie !== null && click.customer !== browser.cookie) blame('sent for nobody else', key);
      const crossing = [...page.flights].some(([, choices]) => items.some((item) => choices.includes(item.choice)));
      if (crossing && !page.hidden) blame('one flight per choice', key);
    },
    observe(tabs) {
      judgeLog('A');
      judgeLog('B');
      for (const tab of tabs) {
        for (const choice of choiceNames) {
          const view = tab.view(choice);
          const click = last.get(`${tab.browser.name} ${choice}`);
          const wanted = click?.items.find((item) => item.choice === choice)?.value;
          const cameTrue = view?.status === 'saved' && view.value === wanted;
          const asks =
            view?.wanted === wanted &&
            view?.reason !== null &&
            ['stale', 'notice_changed'].includes(view?.reason ?? '');
          if (click && (asks || cameTrue)) asked.add(`${click.key} ${choice}`);
        }
      }
      for (const tab of tabs) {
        for (const choice of choiceNames) {
          const view = tab.view(choice);
          if (view) look(tab, choice, view);
        }
      }
    },
    mourn(held, tabs) {
      const living = new Set(tabs.flatMap(keysIn));
      const kept = new Set(tabs.flatMap((tab) => [...tab.browser.stored.keys()]));
      for (const click of clicks.filter((one) => held.has(one.key))) {
        if (!living.has(click.key)) click.lost = true;
        if (!kept.has(click.key)) click.kept = false;
      }
    },
    conclude(customer, tabs) {
      for (const choice of choiceNames) {
        const click = clicks.findLast(
          (one) => one.customer === customer && one.items.some((it) => it.choice === choice),
        );
        const item = click?.items.find((one) => one.choice === choice);
        if (!click || !item || click.lost || !isOff(choice, item.value)) continue;
        if (!isOff(choice, server.effective(customer, choice)))
          blame('last click off, server off', `${click.key} ${choice}`);
        if (!inLog(click, choice)) blame('a withdrawal is never dropped', `${click.key} ${choice}`);
      }
      for (const tab of tabs) {
        const state = tab.page?.engine.store.getState();
        if (!state) continue;
        if (state.intents.length > 0) blame('everything settles', `${tab.name}: ${state.intents[0]?.key}`);
        if (Object.values(state.doubts).some((until) => until > state.refetch.back)) blame('doubt ends', tab.name);
        for (const choice of choiceNames) {
          const view = tab.view(choice);
          const truth = server.effective(customer, choice);
          if (view?.stored?.effective !== truth) blame('screens agree in the end', `${tab.name} ${choice}`);
          if (view && !['saved', 'changed_elsewhere'].includes(view.status))
            blame('everything settles', `${tab.name} ${choice} ${view.status}`);
        }
      }
    },
  };
}

const applied = (line: Logged, choice: string) =>
  line.entry.items.find((item) => item.choice === choice && item.outcome === 'applied');

const logged = (click: Click, log: readonly Logged[]): Logged | undefined => log.find((one) => one.key === click.key);
