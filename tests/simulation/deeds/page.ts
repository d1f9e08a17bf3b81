import { BackendError } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import type { Deed } from '#intents/deed.ts';
import { type DeedsEngine, startDeeds } from '#intents/deeds-engine.ts';
import { createEngine, type Engine } from '#intents/engine.ts';
import type { Outside, PageEvent, Storage } from '#intents/ports.ts';
import type { Browser } from '#tests/simulation/browser.ts';
import type { Network } from '#tests/simulation/network.ts';
import type { Random } from '#tests/simulation/random.ts';
import { type Customer, isCustomer } from '#tests/simulation/server.ts';
import type { Time } from '#tests/simulation/time.ts';
import { EPOCH } from '#tests/simulation/world.ts';
import type { Server } from './server.ts';

/** What a page is placed in, and who watches it. */
export interface Surroundings {
  readonly name: string;
  readonly browser: Browser;
  readonly time: Time;
  readonly random: Random;
  readonly network: Network;
  readonly server: Server;
  readonly newKey: () => string;
  readonly sending: (page: Page, deed: Deed) => void;
}

/** One page with both real engines in it. */
export interface Page {
  readonly customers: Engine;
  readonly deeds: DeedsEngine;
  readonly storage: Storage;
  /** What is in the air, by key: of which session it is, and its target. */
  readonly flights: Map<string, string>;
  readonly now: () => number;
  readonly hear: (event: PageEvent) => void;
  /** Asks who is signed in, as any screen does when it opens. */
  readonly load: () => void;
  readonly close: () => void;
}

export function openPage({ name, browser, time, random, network, server, newKey, sending }: Surroundings): Page {
  const listeners = new Set<(event: PageEvent) => void>();
  const flights = new Map<string, string>();
  const locks = browser.locksFor();
  const storage = browser.storageFor('storedHere');
  let open = true;

  /** A request carries the cookie of its sending; the session may be another by the time it arrives. */
  async function call<T>(what: string, signal: AbortSignal | undefined, handle: (customer: Customer) => T): Promise<T> {
    const { cookie } = browser;
    const answer = network.call<T>({
      label: `${name} ${what}`,
      mayBeSlowed: true,
      signal,
      isOnline: () => browser.online,
      handle() {
        if (!isCustomer(cookie) || browser.cookie === null) throw new BackendError('signed_out', 'Sign in.');
        return handle(cookie);
      },
    });
    const [settled] = await Promise.allSettled([answer]);
    // A page that is gone hears nothing.
    if (!open) return new Promise<never>(() => {});
    if (settled.status === 'rejected') throw settled.reason;
    return settled.value;
  }

  const getChoices = (signal?: AbortSignal): Promise<Choices> => call('choices', signal, server.choices);
  const outside: Omit<Outside, 'storage' | 'channel'> = {
    now: () => EPOCH + time.now() + browser.clock,
    random: () => random.next(),
    newKey,
    timer: (ms, run) => time.after(ms, () => open && run()),
    lock: locks.lock,
    page: {
      isOnline: () => browser.online,
      listen(hear) {
        listeners.add(hear);
        return () => listeners.delete(hear);
      },
    },
  };
  const customers = createEngine({
    ...outside,
    storage: browser.storageFor('stored'),
    channel: browser.channelFor('stored'),
    net: {
      decide: () => Promise.reject(new BackendError('forbidden', 'Nobody chooses here.')),
      getChoices: (_, options) => getChoices(options?.signal),
    },
    confirmed: () => {},
    fresh: () => {},
  });
  const stop = customers.start();
  const deeds = startDeeds({
    ...outside,
    storage,
    channel: browser.channelFor('storedHere'),
    customers,
    changed: () => {},
    async send(deed, { signal }) {
      const { key, asked, subject } = deed;
      if (asked.name !== 'answerQuestion') throw new Error('Nobody does anything else here.');
      const { question, value } = asked.input;
      sending(page, deed);
      flights.set(key, `${deeds.store.getState().session} ${deed.target}`);
      signal?.addEventListener('abort', () => flights.delete(key));
      try {
        return await call(key, signal, (customer) => server.answer(customer, subject, { key, question, value }));
      } finally {
        flights.delete(key);
      }
    },
  });

  async function load(): Promise<void> {
    try {
      customers.base(await getChoices());
    } catch (error) {
      if (error instanceof BackendError && error.code === 'signed_out') return customers.session(null);
      time.after(random.between(500, 5000), () => open && void load());
    }
  }

  const page: Page = {
    customers,
    deeds,
    storage,
    flights,
    now: outside.now,
    hear: (event) => listeners.forEach((hear) => hear(event)),
    load: () => void load(),
    close() {
      open = false;
      deeds.stop();
      stop();
      locks.die();
    },
  };
  return page;
}
