import type { EngineState } from './engine-state.ts';
import type { EngineEvent } from './event.ts';
import type { Intent } from './intent.ts';
import { readIntent, writeIntent } from './kept.ts';
import type { Ports } from './ports.ts';
import { refusedKeys } from './settle.ts';

/** After this time nobody sends a kept click any more, whoever it belonged to. */
const FORGOTTEN = 25 * 60 * 60 * 1000;

const keptKeys = (state: EngineState): Set<string> =>
  new Set([...state.intents.filter((intent) => intent.mine).map((intent) => intent.key), ...refusedKeys(state)]);

/**
 * Keeps storage and locks equal to the state: a click is in storage before it is sent (R5) and until it is settled, and
 * the tab that sends it holds its lock (R11). Where two tabs send it all the same, they send the same key.
 */
export function createKeeper(ports: Pick<Ports, 'storage' | 'lock' | 'now'>, dispatch: (event: EngineEvent) => void) {
  /** By key: what lets go of the lock; null while it is not ours yet. */
  const locks = new Map<string, (() => void) | null>();
  /** Clicks that this page saw settled: without locks another tab may keep and send them a little longer. */
  const settled = new Set<string>();
  const { storage } = ports;

  async function hold(key: string, mine: boolean): Promise<void> {
    locks.set(key, null);
    const letGo = await ports.lock(key);
    if (locks.get(key) !== null) return letGo();
    locks.set(key, letGo);
    if (mine) return;
    const kept = readIntent(storage.get(key));
    dispatch(kept ? { type: 'adopted', kept } : { type: 'gone', key });
  }

  return {
    mirror(before: EngineState, after: EngineState): void {
      for (const intent of after.intents) {
        if (before.intents.includes(intent)) continue;
        if (intent.mine) storage.set(intent.key, writeIntent(intent));
        if (!locks.has(intent.key)) void hold(intent.key, intent.mine);
      }
      const kept = keptKeys(after);
      // Another customer's clicks stay in storage: they may return.
      const left = before.subject === after.subject ? [...keptKeys(before)].filter((key) => !kept.has(key)) : [];
      for (const key of left) {
        storage.remove(key);
        settled.add(key);
      }
      for (const [key, letGo] of locks) {
        if (kept.has(key) || after.intents.some((intent) => intent.key === key)) continue;
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
