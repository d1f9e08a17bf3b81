import { BackendError } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import type { DecisionAnswer, DecisionItem, Entry } from '#contract/decisions.ts';
import { decide } from '#rules/decide.ts';
import { choicesOf, choiceState } from '#rules/effective.ts';
import { linkItems } from '#rules/linking.ts';
import { signalItems } from '#rules/signal.ts';
import { noticeInForce } from '#rules/terms-of.ts';
import { newSubject, type SubjectState } from '#rules/subject.ts';
import type { NoticeTerms } from '#rules/terms.ts';

export type Customer = 'A' | 'B';

/** What a browser without a customer is to the server, counted up. */
export type OwnName = `own ${number}`;

/** Whose record it is. */
export type Subject = Customer | OwnName;

export const isCustomer = (subject: Subject | null): subject is Customer => subject === 'A' || subject === 'B';

/** Tells subjects apart to a page. */
export const tagOf = (subject: Subject): string =>
  isCustomer(subject) ? (subject === 'A' ? 'a' : 'b').repeat(32) : `c${subject.slice(4).padStart(31, '0')}`;

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
  readonly record: (subject: Subject) => Record_;
  /** The records of all browsers that were without a customer. */
  readonly owns: () => readonly OwnName[];
  readonly inForce: () => NoticeTerms;
  /** What stands for a browser of which the server knows nothing. */
  readonly unasked: (choice: string) => string;
  /** A browser without a customer comes. */
  readonly another: () => OwnName;
  /** What a browser decided joins the customer who signs in on it. */
  readonly link: (own: OwnName, customer: Customer) => void;
  /** Throws what a backend would. */
  readonly decide: (subject: Subject, key: string, items: readonly DecisionItem[]) => DecisionAnswer;
  readonly choices: (subject: Subject) => Choices;
  /** Somebody other than these clients: a browser's signal or an agent. */
  readonly withdraw: (customer: Customer, by: 'gpc' | 'agent', items: readonly DecisionItem[]) => void;
  readonly signalled: (customer: Customer) => DecisionItem[];
  readonly effective: (subject: Subject, choice: string) => string;
}

export function startServer(now: () => string, notices: readonly NoticeTerms[]): Server {
  const records = new Map<Subject, Record_>([
    ['A', emptyRecord()],
    ['B', emptyRecord()],
  ]);
  const recordOf = (subject: Subject): Record_ => records.get(subject) as Record_;

  function store(
    subject: Subject,
    key: string | null,
    by: 'customer' | 'gpc' | 'agent' | 'device',
    items: readonly DecisionItem[],
  ) {
    const record = recordOf(subject);
    const at = now();
    const stood = items.map(({ choice }) => [choice, choiceState(choice, record.state, notices, at, false).effective]);
    const decision = decide(record.state, { items, by, gpc: false }, notices, at);
    if (!decision.stored) return decision;
    const hash = String(decision.entry.seq).padStart(64, subject === 'A' ? '0' : '1');
    const entry: Entry = { ...decision.entry, hash };
    record.state = { ...decision.state, head: hash };
    record.log.push({ entry, key, before: Object.fromEntries(stood) });
    return { stored: true, entry } as const;
  }

  return {
    record: recordOf,
    owns: () => [...records.keys()].filter((one): one is OwnName => !isCustomer(one)),
    inForce: () => noticeInForce(notices, now()) as NoticeTerms,
    unasked: (choice) => choiceState(choice, newSubject, notices, now(), false).effective,
    another() {
      const own: OwnName = `own ${records.size}`;
      records.set(own, emptyRecord());
      return own;
    },
    link(own, customer) {
      const items = linkItems(recordOf(own).state, recordOf(customer).state, notices, now());
      if (items.length > 0) store(customer, null, 'device', items);
    },
    decide(subject, key, items) {
      const { byKey } = recordOf(subject);
      const body = JSON.stringify(items);
      const earlier = byKey.get(key);
      if (earlier && earlier.body !== body) throw new BackendError('key_reused', 'The key was used for another body.');
      if (earlier) return { ...earlier.answer, replayed: true };
      // A browser without a customer only withdraws.
      const judged = isCustomer(subject) ? items : items.map((item) => ({ ...item, seen: undefined }));
      const done = store(subject, key, 'customer', judged);
      if (!done.stored) {
        if (!isCustomer(subject)) throw new BackendError('forbidden', 'Sign in.');
        throw new BackendError(done.problem, done.detail, { current: done.current });
      }
      const answer = { entry: done.entry, receipt: `receipt ${done.entry.seq}`, replayed: false };
      byKey.set(key, { body, answer });
      return answer;
    },
    choices: (subject) => ({
      customer: tagOf(subject),
      ...(!isCustomer(subject) && { browser: true as const }),
      ...choicesOf(recordOf(subject).state, notices, now(), false),
    }),
    withdraw: (customer, by, items) => void store(customer, null, by, items),
    signalled: (customer) => signalItems(recordOf(customer).state, notices, now()),
    effective: (subject, choice) => choiceState(choice, recordOf(subject).state, notices, now(), false).effective,
  };
}

const emptyRecord = (): Record_ => ({ state: newSubject, log: [], byKey: new Map() });
