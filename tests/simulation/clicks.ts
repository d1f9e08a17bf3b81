import type { DecisionItem } from '#contract/decisions.ts';
import type { Customer, Logged, Server } from './server.ts';
import type { Tab } from './tab.ts';

/** One press, as somebody who looks over the customer's shoulder would note it down. */
export interface Click {
  readonly number: number;
  readonly key: string;
  readonly tab: string;
  readonly browser: string;
  /** Of the page it was made in. */
  readonly life: number;
  readonly customer: Customer;
  readonly items: readonly DecisionItem[];
  /** By choice: what was in force in this browser just before. */
  readonly before: Readonly<Record<string, string>>;
  /** The keys of all clicks that this tab showed to be unsettled. */
  readonly visible: readonly string[];
  /** It could not outlive its page: storage was refused or lost. */
  lost: boolean;
  /** A page opened later can find it in storage. */
  kept: boolean;
}

/** All presses, in the order in which they were made. */
export interface Clicks {
  readonly all: readonly Click[];
  readonly note: (click: Omit<Click, 'number' | 'lost' | 'kept'>) => void;
  readonly byKey: (key: string | null) => Click | undefined;
  /** The last one on a choice in any tab of a browser. */
  readonly lastIn: (browser: string, choice: string) => Click | undefined;
  readonly lastOf: (customer: Customer, choice: string) => Click | undefined;
}

export function createClicks(): Clicks {
  const all: Click[] = [];
  const byKey = new Map<string | null, Click>();
  const lastIn = new Map<string, Click>();
  return {
    all,
    note(made) {
      const click: Click = { ...made, number: all.length, lost: false, kept: true };
      all.push(click);
      byKey.set(click.key, click);
      for (const { choice } of made.items) lastIn.set(`${made.browser} ${choice}`, click);
    },
    byKey: (key) => byKey.get(key),
    lastIn: (browser, choice) => lastIn.get(`${browser} ${choice}`),
    lastOf: (customer, choice) => all.findLast((click) => click.customer === customer && wantedBy(click, choice)),
  };
}

/** The option that a click wanted of a choice. */
export const wantedBy = (click: Click, choice: string): string | undefined =>
  click.items.find((item) => item.choice === choice)?.value;

/** The line of the log with what a click did to a choice; undefined where it is not in the log. */
export const lineOf = (server: Server, click: Click, choice: string): Logged | undefined =>
  server.record(click.customer).log.find((line) => line.key === click.key && applied(line, choice));

/** What a line of the log did to a choice. */
export const applied = (line: Logged, choice: string) =>
  line.entry.items.find((item) => item.choice === choice && item.outcome === 'applied');

/** The clicks that a tab holds itself: what it only knows another tab to hold is gone when that tab and storage are. */
const heldBy = (tab: Tab): string[] => {
  const state = tab.page?.engine.store.getState();
  if (!state) return [];
  const refused = Object.values(state.notes).flatMap((note) => (note.kind === 'refused' ? [note.key] : []));
  return [...state.intents.filter((intent) => intent.mine).map((intent) => intent.key), ...refused];
};

/** The clicks that a tab or the storage behind it holds. */
export const keysIn = (tab: Tab): string[] => [...heldBy(tab), ...tab.browser.stored.keys()];

/** A page or a storage is gone that held these clicks: what only it had is lost, and nobody can be blamed. */
export function mourn(clicks: Clicks, held: ReadonlySet<string>, tabs: readonly Tab[]): void {
  const living = new Set(tabs.flatMap(keysIn));
  const kept = new Set(tabs.flatMap((tab) => [...tab.browser.stored.keys()]));
  for (const click of clicks.all.filter((one) => held.has(one.key))) {
    if (!living.has(click.key)) click.lost = true;
    if (!kept.has(click.key)) click.kept = false;
  }
}
