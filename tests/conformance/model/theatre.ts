import type { ChoiceState } from '#contract/choices.ts';
import type { DecisionAnswer, DecisionItem, Entry } from '#contract/decisions.ts';
import { BackendError, type Backend } from '#backend/port.ts';
import type { Browser, Target } from '#tests/conformance/target.ts';
import type { Reins } from '#tests/conformance/world.ts';
import { SubjectModel, type ModelEntry, type ModelState, type Moment, type Told } from './subject-model.ts';

/** An act of choosing that was sent once, whatever became of it. */
export interface Sent {
  readonly seat: number;
  /** Whose seat it was when it was sent. */
  readonly subject: number;
  readonly key: string;
  readonly items: readonly DecisionItem[];
}

/** A browser as the model sees it: whose it is, and how its session stands. */
export interface Seat {
  subject: number;
  gpc: boolean;
  signalled: boolean;
  /** Milliseconds; null = no session. */
  ends: number | null;
}

/**
 * Everything the model knows. Seats 0 and 1 are one customer, seat 2 another; seat 3 is a browser without a customer,
 * on which one of them may sign in. Subjects 0 and 1 are the customers, all others are of browsers.
 */
export interface Model {
  readonly subjects: SubjectModel[];
  readonly seats: Seat[];
  readonly sent: Sent[];
  now: number;
  published: number;
}

/** The backend under test and the browsers in front of it. */
export interface Stage {
  readonly reins: Reins;
  readonly target: Target;
  readonly browsers: readonly Browser[];
  readonly backends: readonly Backend[];
  /** What was answered, by subject and seq: a replay and the log must say the same again. */
  readonly answered: Map<string, DecisionAnswer>;
  keys: number;
}

export const personas = ['fresh-one', 'fresh-one', 'fresh-two', null] as const;

/** The subject of each customer. */
export const subjectNamed = { 'fresh-one': 0, 'fresh-two': 1 } as const;

export const newModel = (now: number): Model => ({
  subjects: [new SubjectModel(false), new SubjectModel(false), new SubjectModel(true)],
  seats: [0, 0, 1, 2].map((subject) => ({ subject, gpc: false, signalled: false, ends: null })),
  sent: [],
  now,
  published: 1,
});

export const seatOf = (model: Model, seat: number): Seat => model.seats[seat] as Seat;
export const subjectOf = (model: Model, seat: number): SubjectModel =>
  model.subjects[seatOf(model, seat).subject] as SubjectModel;

export const momentOf = (model: Model, seat: number): Moment => ({
  now: model.now,
  published: model.published,
  gpc: seatOf(model, seat).gpc,
});

const isSignedIn = (model: Model, seat: number): boolean => {
  const { ends } = seatOf(model, seat);
  return ends !== null && ends > model.now;
};

/** What the model does first for every call of a customer: is there a session, and does its browser say something new. */
export const arrive = (model: Model, seat: number): boolean => {
  if (!isSignedIn(model, seat)) return false;
  const at = seatOf(model, seat);
  if (at.gpc && !at.signalled) {
    subjectOf(model, seat).signal(momentOf(model, seat));
    at.signalled = true;
  }
  return true;
};

/** An entry in the model's words: it cannot know hashes. */
export const modelEntry = (entry: Entry): ModelEntry => {
  const { hash: _, notice, ...rest } = entry;
  return { ...rest, notice: notice.version };
};

/** A choice in the model's words: it does not say since when. */
export const modelState = (state: ChoiceState): ModelState => {
  const { since: _, ...rest } = state;
  return rest;
};

/** What a backend told, in the model's words. */
export const toldBy = async (call: Promise<DecisionAnswer>): Promise<{ told: Told; answer: DecisionAnswer | null }> => {
  try {
    const answer = await call;
    return { told: { entry: modelEntry(answer.entry), replayed: answer.replayed }, answer };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { told: { refused: error.code, current: error.current.map(modelState) }, answer: null };
  }
};
