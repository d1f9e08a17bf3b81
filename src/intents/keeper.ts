import type { Unsettled } from './intent.ts';
import { writeIntent } from './kept.ts';
import type { Outside } from './ports.ts';

/** What the keeper has to know of a state that it mirrors. */
interface Mirrored<T> {
  readonly subject: string | null;
  readonly intents: readonly T[];
}

/** Whatever is kept: clicks on choices, or deeds. */
interface Keeping<T extends Unsettled, S extends Mirrored<T>> {
  /** Null where a text is not one of them. */
  readonly read: (text: string | null) => T | null;
  /** The keys of what is settled here, and kept all the same. */
  readonly alsoKept: (state: S) => readonly string[];
  /** May another tab take up what is only kept? */
  readonly shared: boolean;
  /** After this time nobody looks at what was kept any more, whoever it belonged to. */
  readonly forgotten: number;
  /** Its sender is gone: it is this tab's to send, as it was kept last. */
  readonly adopted: (kept: T) => void;
  /** Whoever sent it is done with it. */
  readonly gone: (key: string) => void;
}

/**
 * Keeps storage and locks equal to the state: a click is in storage before it is sent (R5) and until it is settled, and
 * the tab that sends it holds its lock (R11). Where two tabs send it all the same, they send the same key.
 */
export function createKeeper<T extends Unsettled, S extends Mirrored<T>>(
  ports: Pick<Outside, 'storage' | 'lock' | 'now'>,
  { read, alsoKept, shared, forgotten, adopted, gone }: Keeping<T, S>,
) {
  const { storage } = ports;
  /** By key: what lets go of the lock; null while it is not ours yet. */
  const locks = new Map<string, (() => void) | null>();
  /** What this tab keeps in storage and has to take out of it. */
  const owned = new Set<string>();
  /** Clicks that this page saw settled: without locks another tab may keep and send them a little longer. */
  const settled = new Set<string>();

  async function hold(key: string, mine: boolean): Promise<void> {
    locks.set(key, null);
    const letGo = await ports.lock(key);
    if (locks.get(key) !== null) return letGo();
    locks.set(key, letGo);
    if (mine) return;
    const kept = read(storage.get(key));
    if (kept) {
      owned.add(key);
      adopted(kept);
    } else gone(key);
  }

  function keep(before: S, intent: T): void {
    if (before.intents.includes(intent)) return;
    if (intent.mine) {
      owned.add(intent.key);
      storage.set(intent.key, writeIntent(intent));
    }
    if (!locks.has(intent.key)) void hold(intent.key, intent.mine);
  }

  function forget(key: string): void {
    storage.remove(key);
    owned.delete(key);
    settled.add(key);
  }

  return {
    mirror(before: S, after: S): void {
      // Another customer's clicks stay in storage: they may return.
      if (before.subject !== after.subject) owned.clear();
      for (const intent of after.intents) keep(before, intent);
      const living = after.intents.map((intent) => intent.key);
      const kept = new Set([...living, ...alsoKept(after)]);
      for (const key of owned) if (!kept.has(key)) forget(key);
      const held = shared ? new Set(living) : kept;
      for (const [key, letGo] of locks) {
        if (held.has(key)) continue;
        locks.delete(key);
        letGo?.();
      }
    },

    /** What storage has of this customer, from whatever tab. */
    read(subject: string): T[] {
      return storage.names().flatMap((name) => {
        const intent = read(storage.get(name));
        if (intent && ports.now() - intent.pressedAt > forgotten) storage.remove(name);
        return intent?.subject === subject && !settled.has(intent.key) ? [intent] : [];
      });
    },

    /** Takes out of storage what another page may have put there. */
    forget,

    /** Lets other tabs take over. */
    letGo(): void {
      for (const letGo of locks.values()) letGo?.();
      locks.clear();
    },
  };
}
