import type { EngineState } from './engine-state.ts';
import type { EngineEvent } from './event.ts';
import type { Intent } from './intent.ts';
import { readIntent, writeIntent } from './kept.ts';
import type { Ports } from './ports.ts';
import { refusedKeys } from './settle.ts';

/** After this time nobody sends a kept click any more, whoever it belonged to. */
const FORGOTTEN = 25 * 60 * 60 * 1000;

/**
 * Keeps storage and locks equal to the state: a click is in storage before it is sent (R5) and until it is settled, and
 * the tab that sends it holds its lock (R11). Where two tabs send it all the same, they send the same key.
 */
export function createKeeper(ports: Pick<Ports, 'storage' | 'lock' | 'now'>, dispatch: (event: EngineEvent) => void) {
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
    const kept = readIntent(storage.get(key));
    if (kept) owned.add(key);
    dispatch(kept ? { type: 'adopted', kept } : { type: 'gone', key });
  }

  function keep(before: EngineState, intent: Intent): void {
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
    mirror(before: EngineState, after: EngineState): void {
      // Another customer's clicks stay in storage: they may return.
      if (before.subject !== after.subject) owned.clear();
      for (const intent of after.intents) keep(before, intent);
      const living = new Set([...after.intents.map((intent) => intent.key), ...refusedKeys(after)]);
      for (const key of owned) if (!living.has(key)) forget(key);
      for (const [key, letGo] of locks) {
        if (living.has(key)) continue;
        locks.delete(key);
        letGo?.();
      }
    },

    /** The clicks of this customer that storage has, from whatever tab. */
    read(subject: string): Intent[] {
      return storage.names().flatMap((name) => {
        const intent = readIntent(storage.get(name));
        if (intent && ports.now() - intent.pressedAt > FORGOTTEN) storage.remove(name);
        return intent?.subject === subject && !settled.has(intent.key) ? [intent] : [];
      });
    },

    /** Lets other tabs take over. */
    letGo(): void {
      for (const letGo of locks.values()) letGo?.();
      locks.clear();
    },
  };
}
