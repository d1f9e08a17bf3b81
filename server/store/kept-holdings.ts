import type { HeldNow } from '#backend/holdings-store.ts';
import type { Subject } from '#backend/subject-store.ts';

const keptSubjects = 200;

/** What was last read about customers, of the few that were here last. */
export interface KeptHoldings {
  /** Undefined = it is not known as of this revision. */
  find(subject: Subject, revision: number): HeldNow | undefined;
  keep(subject: Subject, now: HeldNow): void;
}

export function keptHoldings(): KeptHoldings {
  const kept = new Map<string, HeldNow>();
  return {
    find({ id }, revision) {
      const known = kept.get(id);
      if (known?.revision === revision) return known;
      kept.delete(id);
      return undefined;
    },
    keep({ id }, now) {
      kept.delete(id);
      kept.set(id, now);
      const oldest = kept.size > keptSubjects ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
    },
  };
}
