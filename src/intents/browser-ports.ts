import type { Soon } from './after-frame.ts';
import type { Outside, PageEvent, Ports, Storage } from './ports.ts';

/** Begins with what everything of ours in this browser is called; the rest is the name given. */
const PREFIX = 'evenhand/intents/';

interface Scope {
  /** Scopes storage, locks and messages: the brand, or whatever else has a session of its own. */
  readonly name: string;
  /** When what takes a browser long is done: locks, messages to other tabs, sending. Default: at once. */
  readonly soon?: Soon;
}

const atOnce: Soon = (work) => work();

/** The browser as the outside of the engine of choices. */
export function browserPorts({
  net,
  soon = atOnce,
  ...given
}: Scope & Pick<Ports, 'net' | 'confirmed' | 'fresh'>): Ports {
  return {
    ...given,
    ...browserOutside({ ...given, soon }),
    net: {
      ...net,
      decide: (input, options) => new Promise((answer) => soon(() => answer(net.decide(input, options)))),
    },
  };
}

/**
 * The browser as an engine's outside. Each part works where the browser refuses it: without storage clicks live as long
 * as the page, without locks every tab sends and the keys carry it, without a channel tabs learn by refetching.
 */
export function browserOutside({ name, soon = atOnce }: Scope): Outside {
  const prefix = `${PREFIX}${name}/`;
  const channel = channelOf(prefix);
  return {
    now: () => Date.now(),
    timer(ms, run) {
      const id = setTimeout(run, ms);
      return () => clearTimeout(id);
    },
    random: () => Math.random(),
    newKey: () =>
      [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    storage: storageUnder(prefix),
    lock: (key) => new Promise((take) => soon(() => void requestLock(prefix + key, take))),
    channel: { ...channel, post: (message) => soon(() => channel.post(message)) },
    page: { isOnline: () => navigator.onLine, listen: listenToPage },
  };
}

/** The browser's storage under a prefix; what it refuses to take lives in memory. */
export function storageUnder(prefix: string, find: () => globalThis.Storage = () => localStorage): Storage {
  const memory = new Map<string, string>();
  const attempt = <T>(otherwise: T, use: (storage: globalThis.Storage) => T): T => {
    try {
      return use(find());
    } catch {
      return otherwise;
    }
  };
  const inBrowser = (storage: globalThis.Storage): string[] =>
    Object.keys(storage).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  return {
    names: () => [...new Set([...memory.keys(), ...attempt([], inBrowser)])],
    get: (name) => memory.get(name) ?? attempt(null, (storage) => storage.getItem(prefix + name)),
    set(name, text) {
      const taken = attempt(false, (storage) => {
        storage.setItem(prefix + name, text);
        return true;
      });
      if (taken) memory.delete(name);
      else memory.set(name, text);
    },
    remove(name) {
      memory.delete(name);
      attempt(undefined, (storage) => storage.removeItem(prefix + name));
    },
  };
}

/** Held until it is let go of, or the tab is gone. Where there are no locks everybody has it. */
async function requestLock(name: string, take: (letGo: () => void) => void): Promise<void> {
  try {
    await navigator.locks.request(name, () => new Promise<void>((letGo) => take(letGo)));
  } catch {
    take(() => {});
  }
}

function channelOf(name: string): Outside['channel'] {
  let channel: BroadcastChannel | null = null;
  try {
    channel = new BroadcastChannel(name);
  } catch {
    // No channel: other tabs learn of it when they are looked at.
  }
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel has one origin only
    post: (message) => channel?.postMessage(message),
    listen(hear) {
      const receive = (event: MessageEvent): void => hear(event.data);
      channel?.addEventListener('message', receive);
      return () => channel?.removeEventListener('message', receive);
    },
  };
}

function listenToPage(hear: (event: PageEvent) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('online', () => hear('online'), { signal });
  addEventListener('offline', () => hear('offline'), { signal });
  // Phones may close a page that is hidden without another word.
  document.addEventListener(
    'visibilitychange',
    () => hear(document.visibilityState === 'hidden' ? 'hidden' : 'shown'),
    { signal },
  );
  addEventListener('pagehide', () => hear('hidden'), { signal });
  addEventListener('pageshow', (event) => event.persisted && hear('restored'), { signal });
  return () => listening.abort();
}
