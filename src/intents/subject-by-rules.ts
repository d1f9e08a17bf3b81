import { BackendError, type Backend } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import type { Entry } from '#contract/decisions.ts';
import { decide } from '#rules/decide.ts';
import { choicesOf } from '#rules/effective.ts';
import { newSubject } from '#rules/subject.ts';
import type { NoticeTerms } from '#rules/terms.ts';

/** What stands for a browser of which no backend knows anything. */
export interface Circumstances {
  /** The notice in force. */
  readonly terms: NoticeTerms;
  /** The browser's opt-out signal is present. */
  readonly gpc: boolean;
  /** This browser's clock, milliseconds: nobody else has one here. */
  readonly now: () => number;
}

/** Nothing here is in a log, so nothing has a digest. */
const unkept = '0'.repeat(64);

/**
 * A subject that lives as long as its page, by the very rules that a backend has: what stands before a browser's first
 * press, and all there is where the browser keeps no session. It withdraws; it never grants.
 */
export function subjectByRules({ terms, gpc, now }: Circumstances): Pick<Backend, 'decide' | 'getChoices'> {
  let state = newSubject;
  // A clock that is behind must not make the notice one of the future.
  const at = (): string => new Date(Math.max(now(), Date.parse(terms.effectiveFrom))).toISOString();
  return {
    getChoices: async (): Promise<Choices> => ({ browser: true, ...choicesOf(state, [terms], at(), gpc) }),
    async decide({ items }) {
      const unseen = items.map((item) => ({ ...item, seen: undefined }));
      const decision = decide(state, { items: unseen, by: 'customer', gpc }, [terms], at());
      if (!decision.stored) throw new BackendError('forbidden', 'A browser without a customer only withdraws.');
      const entry: Entry = { ...decision.entry, hash: unkept };
      state = { ...decision.state, head: unkept };
      return { entry, receipt: '', replayed: false };
    },
  };
}
