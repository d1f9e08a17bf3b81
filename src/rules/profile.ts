import type { About } from '#contract/about.ts';
import type { AnswerValue, AskedQuestion, Profile, ProfileAnswer, Question } from '#contract/profile.ts';
import type { Id, Instant, Language } from '#contract/primitives.ts';
import { checkAnswer, listIn, wordsOf } from './answer.ts';
import { addToInstant } from './duration.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';

/** What an answer does to what is held. */
interface AnsweredHoldings {
  readonly put: readonly HoldingRecord[];
  readonly remove: readonly string[];
}

/** The brand's questions with what the customer answered. What has lapsed, or fits its question no more, is absent. */
export function profileOf(holdings: Holdings, about: About, now: Instant): Profile {
  const questions = about.questions.map((question): AskedQuestion => ({
    ...question,
    answer: answerTo(question, holdings, now),
  }));
  return { asOf: now, questions };
}

/** The answer that stands to a question; null = none. */
export function answerTo(question: Question, { records }: Holdings, now: Instant): ProfileAnswer | null {
  const record = records.find((one) => one.id === idOf(question.id));
  if (!record || record.keptFor) return null;
  const value = valueIn(question, record);
  const expires = expiryOf(question, record);
  if (value === null || checkAnswer(question, value) !== null || Date.parse(expires) <= Date.parse(now)) return null;
  return { value, at: record.at, expires };
}

/**
 * What an answer does to what is held: it takes the place of the one before, and null takes that back. It is held in the
 * words of a language, that of the question. A sentence = why it cannot be the answer.
 */
export function answered(
  { records }: Holdings,
  question: Question,
  value: AnswerValue | null,
  language: Language,
  now: Instant,
): AnsweredHoldings | string {
  const id = idOf(question.id);
  if (value === null) return { put: [], remove: records.some((one) => one.id === id) ? [id] : [] };
  const given = typeof value === 'string' ? value.trim() : value;
  const wrong = checkAnswer(question, given);
  if (wrong !== null) return wrong;
  const words = wordsOf(question, given, language);
  const [stored, said] = Array.isArray(given)
    ? [JSON.stringify(given), JSON.stringify(given.map((one) => wordsOf(question, one, language)))]
    : [given, words];
  const record: HoldingRecord = {
    id,
    category: question.category,
    item: question.item,
    at: now,
    label: `${question.question} ${words}`,
    data: {
      question: question.id,
      value: stored,
      words: said,
      expires: addToInstant(now, question.lasts),
      ...(question.kind === 'size' && { size: stored }),
    },
  };
  return { put: [record], remove: [] };
}

/** One record for each question, so that an answer replaces the one before. */
const idOf = (question: Id): string => `answer.${question}`;

const expiryOf = ({ lasts }: Question, { at, data }: HoldingRecord): Instant =>
  typeof data['expires'] === 'string' && !Number.isNaN(Date.parse(data['expires']))
    ? data['expires']
    : addToInstant(at, lasts);

function valueIn({ kind }: Question, { data }: HoldingRecord): AnswerValue | null {
  const value = data['value'];
  if (kind === 'multiple') return typeof value === 'string' ? listIn(value) : null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
