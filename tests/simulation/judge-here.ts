import type { DecisionItem } from '#contract/decisions.ts';
import { readIntent } from '#intents/kept.ts';
import { type Intent, grantsOn } from '#intents/intent.ts';
import type { Clicks } from './clicks.ts';
import type { Blame } from './oracle.ts';
import { isCustomer, type Server } from './server.ts';
import type { Tab } from './tab.ts';
import { permits } from './world.ts';

/** The click that an entry of a browser's own record goes back to. */
export const clickOf = (key: string): string => key.replace(/-here$/, '');

/** What a page or its storage keeps for a customer. */
const unsettled = (tab: Tab): Intent[] => [
  ...(tab.page?.engine.store.getState().intents ?? []),
  ...[...tab.browser.stored.values()].flatMap((text) => readIntent(text) ?? []),
];

/** Watches what browsers do in their own name, while nobody is signed in (R8). */
export function createHereJudge(server: Server, clicks: Clicks, blame: Blame) {
  return {
    sending: (tab: Tab, key: string, items: readonly DecisionItem[]): void => {
      const click = clicks.byKey(clickOf(key));
      if (!key.endsWith('-here')) blame('a key of its own', key);
      // The engine sends within the press; a key that no click made is found in the log.
      if (!click) return;
      if (click.browser !== tab.browser.name) blame('in the browser it was pressed in', key);
      for (const { choice, value } of items) {
        const withdrawn = permits(choice, value) < permits(choice, click.before[choice] ?? 'off');
        if (permits(choice, value) > 0 && !withdrawn) blame('a grant is never taken over', `${key} ${choice}`);
      }
    },

    /** Everything turned off after a session ended, and not settled, is off for the browser itself. */
    conclude: (tabs: readonly Tab[]): void => {
      for (const tab of tabs) {
        const { cookie } = tab.browser;
        for (const intent of unsettled(tab)) {
          for (const { choice, value } of intent.items) {
            if (grantsOn(intent, choice)) continue;
            const has = cookie !== null && !isCustomer(cookie);
            const stands = has ? server.effective(cookie, choice) : server.unasked(choice);
            if (permits(choice, stands) > permits(choice, value))
              blame('off in this browser at once', `${tab.name} ${intent.key} ${choice}: ${stands}`);
          }
        }
        const told = tab.page?.engine.store.getState();
        for (const [choice, since] of Object.entries(told?.here ?? {})) {
          const { log } = server.record(isCustomer(cookie) || cookie === null ? 'A' : cookie);
          if (!log.some(({ entry }) => entry.at === since)) blame('the row says since when', `${tab.name} ${choice}`);
        }
      }
    },
  };
}
