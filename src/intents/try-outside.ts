import type { Outside, PageEvent } from './ports.ts';

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

/** A page's outside in which nothing happens by itself: time and the page are moved by hand. */
export function tryOutside(browser: ReturnType<typeof tryBrowser>) {
  const timers: { at: number; run: () => void }[] = [];
  const hearing = new Set<(event: PageEvent) => void>();
  const own = new Set<(message: unknown) => void>();
  let [clock, monotonic, online, keys] = [Date.UTC(2020, 0, 1), 0, true, 0];
  const name = String(++pages);
  const outside: Outside = {
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
  };
  return {
    outside,
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
