import { type Backend, BackendError } from '#backend/port.ts';
import { customerChoices } from '#data/customer-choices.ts';
import type { Choices } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import { createEngine, type Engine } from '#intents/engine.ts';
import { createOwnSubject, type OwnSubject } from '#intents/own-subject.ts';
import type { PageEvent, Ports, Storage } from '#intents/ports.ts';
import type { Browser } from './browser.ts';
import type { Network } from './network.ts';
import type { Random } from './random.ts';
import { isCustomer, type Server, type Subject, tagOf } from './server.ts';
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
  /** A customer is signed in after all. */
  readonly customerCame: () => void;
  /** Somebody who looks at what is sent. */
  readonly sending: (key: string, items: readonly DecisionItem[]) => void;
  /** The same for what is sent in the browser's own name. */
  readonly sendingHere: (key: string, items: readonly DecisionItem[]) => void;
}

/** One page from its opening to its end, with the real engine in it. */
export interface Page {
  readonly engine: Engine;
  /** The browser's own subject, as soon as it was needed. */
  readonly own: () => OwnSubject | null;
  /** What a page does that shows that nobody is signed in. */
  readonly needOwn: () => void;
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
  const { name, browser, time, random, network, server, sending, sendingHere } = around;
  const storage = browser.storageFor('stored');
  const locks = browser.locksFor();
  const listeners = new Set<(event: PageEvent) => void>();
  const flights = new Map<string, readonly string[]>();
  /** What is to go on when a frozen page thaws. */
  const waiting: (() => void)[] = [];
  let open = true;

  /** The session of a request is over when the browser has another by the time it arrives. */
  const isOver = (cookie: Subject): boolean =>
    browser.cookie === null ||
    isCustomer(cookie) !== isCustomer(browser.cookie) ||
    (!isCustomer(cookie) && cookie !== browser.cookie);

  /** A request carries the cookie of its sending; the session may have ended before it arrives. */
  function call<T>(what: string, slowed: boolean, signal: AbortSignal | undefined, handle: (subject: Subject) => T) {
    const { cookie } = browser;
    const answer = network.call<T>({
      label: `${name} ${what}`,
      mayBeSlowed: slowed,
      signal,
      isOnline: () => browser.online,
      handle() {
        if (cookie === null || isOver(cookie)) throw new BackendError('signed_out', 'Sign in.');
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

  const readChoices = (signal?: AbortSignal): Promise<Choices> =>
    call('choices', false, signal, (subject) => server.choices(subject));
  const getChoices = (signal?: AbortSignal): Promise<Choices> =>
    customerChoices({ getChoices: () => readChoices(signal) });

  /** A backend stores nothing for somebody else than the page was for. */
  const send: Ports['net']['decide'] = ({ key, items, customer }, options) =>
    call(
      `decide ${key}`,
      items.every((item) => item.value !== 'off'),
      options?.signal,
      (subject) => {
        if (customer !== undefined && customer !== tagOf(subject)) throw new BackendError('signed_out', 'Not yours.');
        return server.decide(subject, key, items);
      },
    );

  const decide: Ports['net']['decide'] = async (input, options) => {
    const { key, items } = input;
    sending(key, items);
    flights.set(
      key,
      items.map((item) => item.choice),
    );
    options?.signal?.addEventListener('abort', () => flights.delete(key));
    try {
      return await send(input, options);
    } finally {
      flights.delete(key);
    }
  };

  const openSession: Backend['openSession'] = async (_input, options) => {
    const { cookie } = browser;
    const answer = network.call({
      label: `${name} opens a session`,
      mayBeSlowed: false,
      signal: options?.signal,
      isOnline: () => browser.online,
      handle: () => (cookie !== null && !isCustomer(cookie) && !isOver(cookie) ? cookie : server.another()),
    });
    browser.cookie = await heard(answer);
    return { customer: { name: '' }, expiresAt: '' };
  };

  const ports = {
    now: () => EPOCH + time.now() + browser.clock,
    random: () => random.next(),
    newKey: around.newKey,
    timer: (ms: number, run: () => void) =>
      time.after(ms, () => {
        if (!open) return;
        if (page.frozen) waiting.push(run);
        else run();
      }),
    lock: locks.lock,
    page: {
      isOnline: () => browser.online,
      listen(hear: (event: PageEvent) => void) {
        listeners.add(hear);
        return () => listeners.delete(hear);
      },
    },
  };
  const engine = createEngine({
    ...ports,
    storage,
    channel: browser.channelFor('stored'),
    confirmed: () => {},
    fresh(choices) {
      page.notice = choices.notice.version;
    },
    net: { decide, getChoices: (_input, options) => getChoices(options?.signal) },
  });
  const stop = engine.start();

  let own: OwnSubject | null = null;
  const needOwn = (): void => {
    own ??= createOwnSubject({
      ports: { ...ports, storage: browser.storageFor('storedHere'), channel: browser.channelFor('storedHere') },
      net: {
        getChoices: (_input, options) => readChoices(options?.signal),
        decide(input, options) {
          sendingHere(input.key, input.items);
          return send(input, options);
        },
        openSession,
      },
      circumstances: async () => ({ terms: server.inForce(), gpc: false, now: () => EPOCH + time.now() }),
      customers: engine,
      kept: storage,
      customerCame: around.customerCame,
    });
  };
  const unsubscribe = engine.store.subscribe(({ signedIn, intents }) => {
    if (!signedIn && intents.length > 0) needOwn();
  });

  const page: Page = {
    engine,
    storage,
    flights,
    own: () => own,
    needOwn,
    getChoices,
    frozen: false,
    hidden: false,
    notice: 0,
    hear: (event) => listeners.forEach((hear) => hear(event)),
    close() {
      open = false;
      stop();
      unsubscribe();
      own?.stop();
      locks.die();
    },
    thaw() {
      page.frozen = false;
      for (const go of waiting.splice(0)) go();
    },
  };
  return page;
}
