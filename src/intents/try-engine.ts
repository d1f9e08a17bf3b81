import { BackendError } from '#backend/port.ts';
import type { Choices, ChoiceState } from '#contract/choices.ts';
import type { Input } from '#contract/contract.ts';
import type { DecisionAnswer } from '#contract/decisions.ts';
import { choiceView } from './choice-view.ts';
import { createEngine } from './engine.ts';
import type { PageEvent, Ports } from './ports.ts';
import { entryOf, two } from './try-facts.ts';

/** A decision in the air: what was sent, and how it ends. */
export interface Sent extends Input<'decide'> {
  readonly keepalive: boolean;
  /** Was it in storage when it was sent? */
  readonly kept: boolean;
  readonly answer: (how?: Parameters<typeof entryOf>[1]) => Promise<void>;
  /** The adapter itself fails. */
  readonly breakWith: (error: Error) => Promise<void>;
  readonly answerWith: (answer: DecisionAnswer) => Promise<void>;
  readonly fail: (code: BackendError['code'], more?: ConstructorParameters<typeof BackendError>[2]) => Promise<void>;
}

/** A browser whose tabs share storage, locks and messages. */
export function tryBrowser({ locks: hasLocks = true } = {}) {
  const stored = new Map<string, string>();
  const queues = new Map<string, (() => void)[]>();
  const ears = new Set<(message: unknown) => void>();
  const lock = (name: string): Promise<() => void> =>
    new Promise((resolve) => {
      const letGo = (): void => {
        const [, next] = queues.get(name) ?? [];
        queues.set(name, (queues.get(name) ?? []).slice(1));
        next?.();
      };
      if (!hasLocks) return resolve(() => {});
      const queue = [...(queues.get(name) ?? []), () => resolve(letGo)];
      queues.set(name, queue);
      if (queue.length === 1) resolve(letGo);
    });
  return { stored, ears, lock };
}

/** The engine in a page whose every outside is moved by hand. */
export function tryEngine(browser = tryBrowser()) {
  const sent: Sent[] = [];
  const refetches: { answer: (choices: Choices) => Promise<void>; fail: Sent['fail'] }[] = [];
  const timers: { at: number; run: () => void }[] = [];
  const hearing = new Set<(event: PageEvent) => void>();
  const own = new Set<(message: unknown) => void>();
  let [clock, monotonic, online, keys] = [Date.UTC(2020, 0, 1), 0, true, 0];
  const confirmed: DecisionAnswer[] = [];
  const fresh: Choices[] = [];
  const name = String(++pages);

  const decide: Ports['net']['decide'] = (input, options) => {
    const { promise, resolve, reject } = Promise.withResolvers<DecisionAnswer>();
    const answerWith = async (answer: DecisionAnswer): Promise<void> => {
      resolve(answer);
      await settled();
    };
    sent.push({
      ...input,
      keepalive: options?.keepalive ?? false,
      kept: browser.stored.has(input.key),
      answerWith,
      answer: (how) => answerWith({ entry: entryOf(input.items, how), receipt: 'jws', replayed: false }),
      async breakWith(error) {
        reject(error);
        await settled();
      },
      async fail(code, more) {
        reject(new BackendError(code, 'In a test.', more));
        await settled();
      },
    });
    return promise;
  };

  const engine = createEngine({
    net: {
      decide,
      getChoices() {
        const { promise, resolve, reject } = Promise.withResolvers<Choices>();
        refetches.push({
          async answer(choices) {
            resolve(choices);
            await settled();
          },
          async fail(code) {
            reject(new BackendError(code, 'In a test.'));
            await settled();
          },
        });
        return promise;
      },
    },
    now: () => clock,
    random: () => 0.5,
    newKey: () => `page-${name}-key-${++keys}`.padEnd(16, '-'),
    timer(ms, run) {
      const timer = { at: monotonic + ms, run };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    },
    storage: {
      names: () => [...browser.stored.keys()],
      get: (key) => browser.stored.get(key) ?? null,
      set: (key, text) => void browser.stored.set(key, text),
      remove: (key) => void browser.stored.delete(key),
    },
    lock: browser.lock,
    channel: {
      post: (message) => browser.ears.forEach((ear) => !own.has(ear) && ear(message)),
      listen(hear) {
        own.add(hear);
        browser.ears.add(hear);
        return () => browser.ears.delete(hear);
      },
    },
    page: {
      isOnline: () => online,
      listen(hear) {
        hearing.add(hear);
        return () => {};
      },
    },
    confirmed: (answer) => confirmed.push(answer),
    fresh: (choices) => fresh.push(choices),
  });
  const stop = engine.start();

  return {
    engine,
    stop,
    sent,
    refetches,
    confirmed,
    fresh,
    view: (choice: string, base?: ChoiceState) => choiceView(engine.store.getState(), base, choice),
    press: (choice: string, value: string, seq = 0, options: readonly string[] = two): void =>
      engine.intend([{ choice, value, seen: { seq, notice: 1 }, options }], 'test'),
    page: async (event: PageEvent): Promise<void> => {
      if (event === 'online' || event === 'offline') online = event === 'online';
      for (const hear of hearing) hear(event);
      await settled();
    },
    /** Time goes by: everything due is run. */
    wait: async (ms: number): Promise<void> => {
      monotonic += ms;
      clock += ms;
      for (const timer of timers.filter((one) => one.at <= monotonic)) {
        if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
        timer.run();
      }
      await settled();
    },
    setClock: (next: number): void => {
      clock = next;
    },
  };
}

let pages = 0;

/** All promises that can go on have gone on. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
