import { BackendError } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import type { DecisionAnswer, DecisionItem, Entry } from '#contract/decisions.ts';
import { decide } from '#rules/decide.ts';
import { choicesOf, choiceState } from '#rules/effective.ts';
import { signalItems } from '#rules/signal.ts';
import { newSubject, type SubjectState } from '#rules/subject.ts';
import type { NoticeTerms } from '#rules/terms.ts';

export type Customer = 'A' | 'B';

/** One line of the log, and the key that brought it; null = it came from no client of ours. */
export interface Logged {
  readonly entry: Entry;
  readonly key: string | null;
  /** By choice: the option in force just before. */
  readonly before: Readonly<Record<string, string>>;
}

export interface Record_ {
  state: SubjectState;
  readonly log: Logged[];
  readonly byKey: Map<string, { readonly body: string; readonly answer: DecisionAnswer }>;
}

/** The side that holds the truth: the real rules over a log in memory, with keys, as any backend has it. */
export interface Server {
  readonly record: (customer: Customer) => Record_;
  /** Throws what a backend would. */
  readonly decide: (customer: Customer, key: string, items: readonly DecisionItem[]) => DecisionAnswer;
  readonly choices: (customer: Customer) => Choices;
  /** Somebody other than these clients: a browser's signal or an agent. */
  readonly withdraw: (customer: Customer, by: 'gpc' | 'agent', items: readonly DecisionItem[]) => void;
  readonly signalled: (customer: Customer) => DecisionItem[];
  readonly effective: (customer: Customer, choice: string) => string;
}

export function startServer(now: () => string, notices: readonly NoticeTerms[]): Server {
  const records: Record<Customer, Record_> = { A: emptyRecord(), B: emptyRecord() };

  function store(
    customer: Customer,
    key: string | null,
    by: 'customer' | 'gpc' | 'agent',
    items: readonly DecisionItem[],
  ) {
    const record = records[customer];
    const at = now();
    const stood = items.map(({ choice }) => [choice, choiceState(choice, record.state, notices, at, false).effective]);
    const decision = decide(record.state, { items, by, gpc: false }, notices, at);
    if (!decision.stored) return decision;
    const hash = String(decision.entry.seq).padStart(64, customer === 'A' ? '0' : '1');
    const entry: Entry = { ...decision.entry, hash };
    record.state = { ...decision.state, head: hash };
    record.log.push({ entry, key, before: Object.fromEntries(stood) });
    return { stored: true, entry } as const;
  }

  return {
    record: (customer) => records[customer],
    decide(customer, key, items) {
      const { byKey } = records[customer];
      const body = JSON.stringify(items);
      const earlier = byKey.get(key);
      if (earlier && earlier.body !== body) throw new BackendError('key_reused', 'The key was used for another body.');
      if (earlier) return { ...earlier.answer, replayed: true };
      const done = store(customer, key, 'customer', items);
      if (!done.stored) throw new BackendError(done.problem, done.detail, { current: done.current });
      const answer = { entry: done.entry, receipt: `receipt ${done.entry.seq}`, replayed: false };
      byKey.set(key, { body, answer });
      return answer;
    },
    choices: (customer) => ({
      customer: (customer === 'A' ? 'a' : 'b').repeat(32),
      ...choicesOf(records[customer].state, notices, now(), false),
    }),
    withdraw: (customer, by, items) => void store(customer, null, by, items),
    signalled: (customer) => signalItems(records[customer].state, notices, now()),
    effective: (customer, choice) => choiceState(choice, records[customer].state, notices, now(), false).effective,
  };
}

const emptyRecord = (): Record_ => ({ state: newSubject, log: [], byKey: new Map() });
