import type { Outside } from './ports.ts';

interface Timers {
  /** Runs something later; returns what calls it off. */
  readonly later: (ms: number, then: () => void) => () => void;
  /** Calls all of them off. */
  readonly end: () => void;
}

/** An engine's timers, which end with it. */
export function createTimers(timer: Outside['timer']): Timers {
  const running = new Set<() => void>();
  return {
    later(ms, then) {
      const cancel = timer(ms, () => {
        running.delete(cancel);
        then();
      });
      running.add(cancel);
      return cancel;
    },
    end() {
      for (const cancel of running) cancel();
    },
  };
}
