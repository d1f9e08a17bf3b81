import type { Append, Appended } from '#backend/subject-store.ts';
import { isRefusal, outcomeOf } from './append.ts';
import { commits } from './commits.ts';
import { grouped, type Together } from './grouped.ts';

/** What became of one write: how to answer whoever asked for it. */
type Answer = { readonly outcome: Appended } | { readonly failed: unknown };

/**
 * For Postgres: writes of several customers share a statement, and so a commit, where they come while others are under
 * way. Each is stored or not on its own: where the database undoes the statement for one of them, each is tried alone.
 * Where it did not answer, what became of any of them is unknown.
 */
export function appendGrouped(together: Together<Append, Appended>): (write: Append) => Promise<Appended> {
  const commit = async (writes: readonly Append[]): Promise<Answer[]> => {
    try {
      const outcomes = await together(writes);
      if (commits.hasSubscribers) commits.publish(writes.length);
      return outcomes.map((outcome) => ({ outcome }));
    } catch (error) {
      if (writes.length > 1 && isRefusal(error)) {
        return (await Promise.all(writes.map((write) => commit([write])))).flat();
      }
      const outcome = outcomeOf(error);
      return writes.map(() => (outcome ? { outcome } : { failed: error }));
    }
  };

  const append = grouped(commit, ({ subject }: Append) => subject.id);
  return async (write) => {
    const answer = await append(write);
    if ('failed' in answer) throw answer.failed;
    return answer.outcome;
  };
}
