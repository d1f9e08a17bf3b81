import type { Connect } from '#backend/port.ts';
import type { Instruments } from './instruments.ts';

/** The same backend, counting what became of decisions. Of which choice and whose is not said. */
export const observeDecisions =
  (connect: Connect, { decisions, items }: Instruments): Connect =>
  (caller) => {
    const backend = connect(caller);
    return {
      ...backend,
      async decide(input, options) {
        const answer = await backend.decide(input, options);
        decisions.add(1, { 'evenhand.result': answer.replayed ? 'replayed' : 'stored' });
        // A replay stores nothing: its items were counted when they were decided.
        if (!answer.replayed)
          for (const { outcome } of answer.entry.items) items.add(1, { 'evenhand.outcome': outcome });
        return answer;
      },
    };
  };
