/** Virtual time: what is to happen, in order of time, then of being planned. */
export interface Time {
  /** Milliseconds since the world began. */
  readonly now: () => number;
  /** Plans something; returns what calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Lets everything happen up to a moment, or until nothing is left; false if something was left. */
  readonly runUntil: (end: number, afterEach: () => void) => Promise<boolean>;
}

interface Planned {
  readonly at: number;
  readonly run: () => void;
  off: boolean;
}

export function startTime(): Time {
  let now = 0;
  /** Ascending; what is planned for one moment stays in the order in which it was planned. */
  const plan: Planned[] = [];

  function insert(planned: Planned): void {
    let low = 0;
    let high = plan.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((plan[middle] as Planned).at <= planned.at) low = middle + 1;
      else high = middle;
    }
    plan.splice(low, 0, planned);
  }

  return {
    now: () => now,
    after(ms, run) {
      const planned: Planned = { at: now + Math.max(0, ms), run, off: false };
      insert(planned);
      return () => {
        planned.off = true;
      };
    },
    async runUntil(end, afterEach) {
      for (;;) {
        const [first] = plan;
        if (!first) return true;
        if (first.at > end) {
          now = end;
          return false;
        }
        plan.shift();
        if (first.off) continue;
        now = first.at;
        first.run();
        await everyPromise();
        afterEach();
      }
    },
  };
}

/** All promises that can go on have gone on. */
const everyPromise = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
