import * as z from 'zod/mini';
import { ChoiceId, Duration, Id, Instant, Text } from './primitives.ts';

/** What a question takes: one option, several, words, a day, a size from a list, or a place on a scale. */
export const QuestionKind = z.enum(['single', 'multiple', 'text', 'date', 'size', 'scale']);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** One option's id (single, size), several (multiple), words (text), a day as YYYY-MM-DD (date), a number (scale). */
export const AnswerValue = z.union([
  z.string().check(z.maxLength(500)),
  z.int(),
  z.array(z.string().check(z.maxLength(64))).check(z.maxLength(40)),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** An answer as it is stored. */
export const ProfileAnswer = z.object({
  value: AnswerValue,
  at: Instant,
  /** When it lapses by itself. */
  expires: Instant,
});
export type ProfileAnswer = z.infer<typeof ProfileAnswer>;

/** A typed question to the customer. Every one can be skipped. */
export const Question = z.object({
  id: Id,
  kind: QuestionKind,
  question: Text,
  /** What the answer is used for. */
  why: Text,
  /** What it changes for the customer. */
  changes: Text,
  /** Where the answer is held: a category of the notice, and its item. */
  category: Id,
  item: Id,
  /** The uses that read it. */
  uses: z.array(ChoiceId).check(z.minLength(1)),
  /** For single, multiple and size; else empty. */
  options: z.array(z.object({ id: z.string().check(z.maxLength(64)), label: Text })),
  /** For scale; else null. */
  scale: z.nullable(z.object({ min: z.int(), max: z.int(), low: Text, high: Text })),
  /** How long an answer lasts. */
  lasts: Duration,
});
export type Question = z.infer<typeof Question>;

/** A question with what the customer answered; null = not answered, or lapsed. */
export const AskedQuestion = z.extend(Question, { answer: z.nullable(ProfileAnswer) });
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** Everything that the brand would like to know, and what it was told. */
export const Profile = z.object({ asOf: Instant, questions: z.array(AskedQuestion) });
export type Profile = z.infer<typeof Profile>;

/** The answer to a stored answer. */
export const Answered = z.object({ answer: z.nullable(ProfileAnswer), replayed: z.boolean() });
export type Answered = z.infer<typeof Answered>;
