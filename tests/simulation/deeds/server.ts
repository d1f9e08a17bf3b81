import { BackendError } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import type { Answered, AnswerValue } from '#contract/profile.ts';
import { type Customer, tagOf } from '#tests/simulation/server.ts';

/** One answer that is stored, and the key that brought it. */
export interface Line {
  readonly key: string;
  readonly customer: Customer;
  readonly question: string;
  readonly value: AnswerValue | null;
}

/** What no question takes. */
export const UNFIT = 'unfit';

/** The side that holds the truth: answers by key, in the order in which they were stored. */
export interface Server {
  readonly log: readonly Line[];
  readonly choices: (customer: Customer) => Choices;
  /** Throws what a backend would. `onScreenOf` = whose page it was done on. */
  readonly answer: (customer: Customer, onScreenOf: string, line: Omit<Line, 'customer'>) => Answered;
}

export function startServer(now: () => string): Server {
  const log: Line[] = [];
  const at = (): Pick<NonNullable<Answered['answer']>, 'at' | 'expires'> => ({ at: now(), expires: now() });
  return {
    log,
    choices: (customer) => ({
      customer: tagOf(customer),
      notice: { version: 1, hash: '0'.repeat(64) },
      seq: 0,
      asOf: now(),
      signal: { gpc: false, recordedAt: null },
      choices: [],
    }),
    answer(customer, onScreenOf, { key, question, value }) {
      if (onScreenOf !== tagOf(customer)) throw new BackendError('signed_out', 'This page is of another customer.');
      const earlier = log.find((line) => line.key === key && line.customer === customer);
      if (earlier && (earlier.question !== question || earlier.value !== value))
        throw new BackendError('key_reused', 'The key was used for another answer.');
      if (value === UNFIT) throw new BackendError('malformed', 'This is no answer.');
      if (!earlier) log.push({ key, customer, question, value });
      return { answer: value === null ? null : { value, ...at() }, replayed: earlier !== undefined };
    },
  };
}
