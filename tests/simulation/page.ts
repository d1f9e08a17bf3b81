import { BackendError } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import { createEngine, type Engine } from '#intents/engine.ts';
import type { PageEvent, Ports, Storage } from '#intents/ports.ts';
import type { Browser } from './browser.ts';
import type { Network } from './network.ts';
import type { Random } from './random.ts';
import type { Customer, Server } from './server.ts';
import type { Time } from './time.ts';
import { EPOCH } from './world.ts';

/** What a page is placed in, and who watches it. */
export interface Surroundings {
  readonly name: string;
  readonly browser: Browser;
  readonly time: Time;
  readonly random: Random;
  readonly network: Network;
  readonly server: Server;
  /** Hands out the keys of clicks. */
  readonly newKey: () => string;
  /** Somebody who looks at what is sent. */
  readonly sending: (key: string, items: readonly DecisionItem[]) => void;
}

/** One page from its opening to its end, with the real engine in it. */
export interface Page {
  readonly engine: Engine;
  readonly storage: Storage;
  readonly hear: (event: PageEvent) => void;
  readonly getChoices: (signal?: AbortSignal) => Promise<Choices>;
  readonly close: () => void;
  readonly thaw: () => void;
  frozen: boolean;
  hidden: boolean;
  /** The version of the notice on screen. */
  notice: number;
  /** Choices in the air by key, to see that there are not two flights on one choice. */
  readonly flights: Map<string, readonly string[]>;
}

export function openPage(around: Surroundings): Page {
  const { name, browser, time, random, network, server, sending } = around;
  const storage = browser.storageFor();
  const locks = browser.locksFor();
  const listeners = new Set<(event: PageEvent) => void>();
  const flights = new Map<string, readonly string[]>();
  /** What is to go on when a frozen page thaws. */
  const waiting: (() => void)[] = [];
  let open = true;

  /** A request carries the cookie of its sending; the session may have ended before it arrives. */
  function call<T>(what: string, slowed: boolean, signal: AbortSignal | undefined, handle: (customer: Customer) => T) {
    const { cookie } = browser;
    const answer = network.call<T>({
      label: `${name} ${what}`,
      mayBeSlowed: slowed,
      signal,
      isOnline: () => browser.online,
      handle() {
        if (cookie === null || browser.cookie === null) throw new BackendError('signed_out', 'Sign in.');
        return handle(cookie);
      },
    });
    return heard(answer);
  }

  /** A page that is gone hears nothing; one that was frozen finds its connections cut. */
  async function heard<T>(answer: Promise<T>): Promise<T> {
    const [settled] = await Promise.allSettled([answer]);
    if (page.frozen) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      throw new BackendError('offline', 'The page was frozen.');
    }
    if (!open) return new Promise<never>(() => {});
    if (settled.status === 'rejected') throw settled.reason;
    return settled.value;
  }

  const getChoices = (signal?: AbortSignal): Promise<Choices> =>
    call('choices', false, signal, (customer) => server.choices(customer));

  const decide: Ports['net']['decide'] = async ({ key, items }, options) => {
    sending(key, items);
    flights.set(
      key,
      items.map((item) => item.choice),
    );
    options?.signal?.addEventListener('abort', () => flights.delete(key));
    const loosens = items.every((item) => item.value !== 'off');
    try {
      return await call(`decide ${key}`, loosens, options?.signal, (customer) => server.decide(customer, key, items));
    } finally {
      flights.delete(key);
    }
  };

  const engine = createEngine({
    now: () => EPOCH + time.now() + browser.clock,
    random: () => random.next(),
    newKey: around.newKey,
    timer: (ms, run) =>
      time.after(ms, () => {
        if (!open) return;
        if (page.frozen) waiting.push(run);
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
    net: { decide, getChoices: (_input, options) => getChoices(options?.signal) },
  });
  const stop = engine.start();

  const page: Page = {
    engine,
    storage,
    flights,
    getChoices,
    frozen: false,
    hidden: false,
    notice: 0,
    hear: (event) => listeners.forEach((hear) => hear(event)),
    close() {
      open = false;
      stop();
      locks.die();
    },
    thaw() {
      page.frozen = false;
      for (const go of waiting.splice(0)) go();
    },
  };
  return page;
}
