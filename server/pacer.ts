import { setTimeout as sleep } from 'node:timers/promises';
import { turns } from '#backend/turns.ts';

export interface Pace {
  /** What one customer does that is taken as it comes. */
  readonly aMinute: number;
  /** Milliseconds between withdrawals above that. */
  readonly apart: number;
  /** Milliseconds after which a withdrawal waits no longer, however many stand before it. */
  readonly patience: number;
}

/** What one customer did lately: when something was taken at once, and when the last thing was that had to wait. */
interface Lately {
  taken: number[];
  slowed: number;
}

/** Takes something of a customer: at once, in its turn, or, where it may be refused, not at all. */
export type Pacer = <T>(id: string, refuse: () => Promise<void>, take: () => Promise<T>) => Promise<T>;

/**
 * Paces customers by their id, each by itself. What is above the pace is first offered to be refused, by throwing; what
 * is not refused waits its turn, one at a time.
 */
export function pacer(pace: Pace): Pacer {
  const inTurn = turns();
  const lately = new Map<string, Lately>();

  const latelyOf = (id: string, now: number): Lately => {
    const known = lately.get(id) ?? { taken: [], slowed: 0 };
    // Set anew, so that the map stays in the order of last use and those long gone are found at its beginning.
    lately.delete(id);
    lately.set(id, known);
    for (const [other, { taken, slowed }] of lately) {
      if (now - Math.max(taken.at(-1) ?? 0, slowed) < 60_000 || other === id) break;
      lately.delete(other);
    }
    return known;
  };

  /** Takes a thing as it comes, or says that there were too many in the minute before. */
  const isTooFast = (of: Lately, now: number): boolean => {
    of.taken = of.taken.filter((time) => now - time < 60_000);
    // What was slowed does not count again, so that waiting out a minute always helps.
    return of.taken.length >= pace.aMinute || of.taken.push(now) === 0;
  };

  return async (id, refuse, take) => {
    const arrived = performance.now();
    const of = latelyOf(id, arrived);
    if (!isTooFast(of, arrived)) return take();
    await refuse();
    return inTurn(id, async () => {
      const turn = Math.min(of.slowed + pace.apart, arrived + pace.patience);
      await sleep(Math.max(0, turn - performance.now()));
      of.slowed = performance.now();
      return take();
    });
  };
}
