import type { Ports, Storage } from '#intents/ports.ts';
import type { Random } from './random.ts';
import type { Customer, Subject } from './server.ts';
import type { Time } from './time.ts';

/** What a browser refuses to give. */
export interface Refusals {
  readonly storage: boolean;
  readonly locks: boolean;
  readonly channel: boolean;
}

/** One device's browser: what its tabs share. */
export interface Browser {
  readonly name: string;
  readonly refuses: Refusals;
  online: boolean;
  /** The session's cookie: a customer's, or the browser's own; null = there is none any more. */
  cookie: Subject | null;
  /** Who was signed in when the session ended. */
  last: Customer;
  /** How far its clock is off. */
  clock: number;
  /** What is kept for customers, and for the browser itself. */
  readonly stored: Map<string, string>;
  readonly storedHere: Map<string, string>;
  readonly storageFor: (scope: 'stored' | 'storedHere') => Storage;
  /** The locks of one tab, and what happens to them when it dies. */
  readonly locksFor: () => { readonly lock: Ports['lock']; readonly die: () => void };
  readonly channelFor: (scope: 'stored' | 'storedHere') => Ports['channel'];
}

export function openBrowser(name: string, refuses: Refusals, time: Time, random: Random): Browser {
  const scopes = { stored: new Map<string, string>(), storedHere: new Map<string, string>() };
  const queues = new Map<string, { readonly tab: symbol; readonly take: () => void }[]>();
  const hearing = { stored: new Set<(message: unknown) => void>(), storedHere: new Set<(message: unknown) => void>() };

  function leave(lock: string, tab: symbol): void {
    const queue = queues.get(lock) ?? [];
    const held = queue[0]?.tab === tab;
    const rest = queue.filter((one) => one.tab !== tab);
    queues.set(lock, rest);
    if (held) rest[0]?.take();
  }

  return {
    name,
    refuses,
    online: true,
    cookie: 'A',
    last: 'A',
    clock: 0,
    ...scopes,
    storageFor: (scope) => storageOver(refuses.storage ? new Map() : scopes[scope]),
    locksFor() {
      const tab = Symbol(name);
      const asked = new Set<string>();
      return {
        lock(lock) {
          if (refuses.locks) return Promise.resolve(() => {});
          asked.add(lock);
          return new Promise((resolve) => {
            const queue = queues.get(lock) ?? [];
            const take = (): void => resolve(() => leave(lock, tab));
            queues.set(lock, [...queue, { tab, take }]);
            if (queue.length === 0) take();
          });
        },
        die() {
          for (const lock of asked) leave(lock, tab);
        },
      };
    },
    channelFor(scope) {
      const ears = hearing[scope];
      let own: ((message: unknown) => void) | null = null;
      return {
        post(message) {
          if (refuses.channel) return;
          for (const ear of ears) {
            // Messages between tabs come late, and from a tab that closes at times not at all.
            if (ear !== own && !random.chance(0.05))
              time.after(random.between(1, 60), () => ears.has(ear) && ear(message));
          }
        },
        listen(hear) {
          own = hear;
          ears.add(hear);
          return () => ears.delete(hear);
        },
      };
    },
  };
}

const storageOver = (texts: Map<string, string>): Storage => ({
  names: () => [...texts.keys()],
  get: (name) => texts.get(name) ?? null,
  set: (name, text) => void texts.set(name, text),
  remove: (name) => void texts.delete(name),
});
