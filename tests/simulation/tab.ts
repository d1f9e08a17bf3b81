import { BackendError } from '#backend/port.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import { type ChoiceView, choiceView } from '#intents/choice-view.ts';
import type { IntentItem } from '#intents/intent.ts';
import type { Browser } from './browser.ts';
import { openPage, type Page, type Surroundings } from './page.ts';

/** A tab in which pages are opened, crash, and are opened again. */
export interface Tab {
  readonly name: string;
  readonly browser: Browser;
  /** Counts the pages opened in it. */
  life: number;
  page: Page | null;
  readonly open: () => void;
  readonly crash: () => void;
  /** Fetches the choices as a screen does when it opens, until there is an answer. */
  readonly load: () => void;
  readonly view: (choice: string) => ChoiceView | null;
  /** Presses, and gives the key of the click. */
  readonly press: (items: readonly IntentItem[]) => string;
  readonly pressAgain: (choice: string) => string;
}

type Around = Omit<Surroundings, 'name' | 'browser' | 'newKey' | 'sending' | 'sendingHere' | 'customerCame'> & {
  readonly sending: (tab: Tab, key: string, items: readonly DecisionItem[]) => void;
  readonly sendingHere: (tab: Tab, key: string, items: readonly DecisionItem[]) => void;
};

export function createTab(name: string, browser: Browser, around: Around): Tab {
  const { time, random } = around;
  let drawn = '';

  async function loadInto(page: Page): Promise<void> {
    try {
      const choices = await page.getChoices();
      page.notice = choices.notice.version;
      page.engine.base(choices);
    } catch (error) {
      if (error instanceof BackendError && error.code === 'signed_out') {
        page.engine.session(null);
        // What is shown now is what this browser may do without a customer.
        return page.needOwn();
      }
      time.after(random.between(500, 5000), () => tab.page === page && tab.load());
    }
  }

  const tab: Tab = {
    name,
    browser,
    life: 0,
    page: null,
    open() {
      tab.life++;
      tab.page = openPage({
        ...around,
        name,
        browser,
        newKey: () => (drawn = `${name}-${tab.life}-${random.whole(1e12, 9e12)}`),
        sending: (key, items) => around.sending(tab, key, items),
        sendingHere: (key, items) => around.sendingHere(tab, key, items),
        customerCame: () => tab.load(),
      });
      tab.load();
    },
    crash() {
      tab.page?.close();
      tab.page = null;
    },
    load() {
      if (tab.page) void loadInto(tab.page);
    },
    view: (choice) => (tab.page ? choiceView(tab.page.engine.store.getState(), undefined, choice) : null),
    press(items) {
      tab.page?.engine.intend(items);
      return drawn;
    },
    pressAgain(choice) {
      const stored = tab.view(choice)?.stored;
      if (tab.page && stored) tab.page.engine.again(choice, { seq: stored.seq, notice: tab.page.notice });
      return drawn;
    },
  };
  return tab;
}
