import { BackendError } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import { type ChoiceView, choiceView } from '#intents/choice-view.ts';
import { createEngine, type Engine } from '#intents/engine.ts';
import type { IntentItem } from '#intents/intent.ts';
import type { PageEvent, Storage } from '#intents/ports.ts';
import type { Browser } from './browser.ts';
import type { Network } from './network.ts';
import type { Random } from './random.ts';
import type { Customer, Server } from './server.ts';
import type { Time } from './time.ts';
import { EPOCH } from './world.ts';

/** What a tab is placed in, and who watches it. */
export interface Surroundings {
  readonly time: Time;
  readonly random: Random;
  readonly network: Network;
  readonly server: Server;
  /** Somebody who looks at what is sent. */
  readonly sending: (tab: Tab, key: string, items: readonly DecisionItem[]) => void;
}

/** One page from its opening to its end, with the real engine in it. */
interface Page {
  readonly engine: Engine;
  readonly storage: Storage;
  readonly hear: (event: PageEvent) => void;
  readonly close: () => void;
  readonly thaw: () => void;
  /** What is to go on when a frozen page thaws. */
  readonly waiting: (() => void)[];
  frozen: boolean;
  hidden: boolean;
  /** The version of the notice on screen. */
  notice: number;
  /** Flights in the air by key, to see that there are not two on one choice. */
  readonly flights: Map<string, readonly string[]>;
}

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

export function createTab(name: string, browser: Browser, around: Surroundings): Tab {
  const { time, random, network, server, sending } = around;
  let drawnKey = '';

  const tab: Tab = {
    name,
    browser,
    life: 0,
    page: null,
    open() {
      tab.life++;
      tab.page = openPage();
      tab.load();
    },
    crash() {
      tab.page?.close();
      tab.page = null;
    },
    load() {
      const { page } = tab;
      if (page) void loadInto(page);
    },
    view: (choice) => (tab.page ? choiceView(tab.page.engine.store.getState(), undefined, choice) : null),
    press(items) {
      tab.page?.engine.intend(items);
      return drawnKey;
    },
    pressAgain(choice) {
      const { page } = tab;
      const stored = tab.view(choice)?.stored;
      if (page && stored) page.engine.again(choice, { seq: stored.seq, notice: page.notice });
      return drawnKey;
    },
  };

  async function loadInto(page: Page): Promise<void> {
    try {
      const choices = await getChoices(page, undefined);
      page.notice = choices.notice.version;
      page.engine.base(choices);
    } catch (error) {
      if (error instanceof BackendError && error.code === 'signed_out') return page.engine.session(null);
      time.after(random.between(500, 5000), () => tab.page === page && tab.load());
    }
  }

  const getChoices = (page: Page, signal: AbortSignal | undefined): Promise<Choices> =>
    call(page, `${name} choices`, false, signal, (customer) => server.choices(customer));

  /** A request carries the cookie of its sending; the session may have ended before it arrives. */
  function call<T>(
    page: Page,
    label: string,
    mayBeSlowed: boolean,
    signal: AbortSignal | undefined,
    handle: (customer: Customer) => T,
  ): Promise<T> {
    const { cookie } = browser;
    const answer = network.call<T>({
      label,
      mayBeSlowed,
      signal,
      isOnline: () => browser.online,
      handle() {
        if (cookie === null || browser.cookie === null) throw new BackendError('signed_out', 'Sign in.');
        return handle(cookie);
      },
    });
    return heard(page, answer);
  }

  /** A page that is gone hears nothing; one that was frozen finds its connections cut. */
  async function heard<T>(page: Page, answer: Promise<T>): Promise<T> {
    const settled = await answer.then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if (page.frozen) {
      await new Promise<void>((resolve) => page.waiting.push(resolve));
      throw new BackendError('offline', 'The page was frozen.');
    }
    if (tab.page !== page) return new Promise<never>(() => {});
    if ('error' in settled) throw settled.error;
    return settled.value;
  }

  function openPage(): Page {
    const storage = browser.storageFor();
    const locks = browser.locksFor();
    const listeners = new Set<(event: PageEvent) => void>();
    const flights = new Map<string, readonly string[]>();
    const open = (): boolean => tab.page === page;
    const engine: Engine = createEngine({
      now: () => EPOCH + time.now() + browser.clock,
      random: () => random.next(),
      newKey() {
        drawnKey = `${name}-${tab.life}-${random.whole(1e12, 9e12)}`;
        return drawnKey;
      },
      timer: (ms, run) =>
        time.after(ms, () => {
          if (!open()) return;
          if (page.frozen) page.waiting.push(run);
          else run();
        }),
      storage,
      lock: locks.lock,
      channel: browser.channelFor(),
      page: {
        isOnline: () => browser.online,
        listen(hear) {
          listeners.add(hear);
          return () => listeners.delete(hear);
        },
      },
      confirmed: () => {},
      fresh(choices) {
        page.notice = choices.notice.version;
      },
      net: {
        getChoices: (_input, options) => getChoices(page, options?.signal),
        async decide({ key, items }, options) {
          const loosens = items.every((item) => item.value !== 'off');
          sending(tab, key, items);
          flights.set(
            key,
            items.map((item) => item.choice),
          );
          options?.signal?.addEventListener('abort', () => flights.delete(key));
          try {
            return await call(page, `${name} decide ${key}`, loosens, options?.signal, (customer) =>
              server.decide(customer, key, items),
            );
          } finally {
            flights.delete(key);
          }
        },
      },
    });
    const stop = engine.start();
    const page: Page = {
      engine,
      storage,
      flights,
      waiting: [],
      frozen: false,
      hidden: false,
      notice: 0,
      hear: (event) => listeners.forEach((hear) => hear(event)),
      close() {
        stop();
        locks.die();
      },
      thaw() {
        page.frozen = false;
        for (const go of page.waiting.splice(0)) go();
      },
    };
    return page;
  }

  return tab;
}
