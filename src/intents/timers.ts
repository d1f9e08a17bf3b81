import type { Outside } from './ports.ts';

/** An engine's timers: each can be called off, and all of them end with it. */
export function createTimers(timer: Outside['timer']) {
  const running = new Set<() => void>();
  return {
    later(ms: number, then: () => void): () => void {
      const cancel = timer(ms, () => {
        running.delete(cancel);
        then();
      });
      running.add(cancel);
      return cancel;
    },
    end(): void {
      for (const cancel of running) cancel();
    },
  };
}
