import type { Language } from '#contract/primitives.ts';
import type { AnswerValue, Question } from '#contract/profile.ts';

/** The longest answer in the customer's own words. */
const LONGEST = 500;

/** What is wrong with an answer, in a plain sentence; null = nothing. */
export const checkAnswer = (question: Question, value: AnswerValue): string | null =>
  checks[question.kind](question, value);

const checks: Readonly<Record<Question['kind'], (question: Question, value: AnswerValue) => string | null>> = {
  single: oneOf,
  size: oneOf,
  multiple: severalOf,
  text: inWords,
  date: dayOfCalendar,
  scale: onScale,
};

/** An answer as its question says it: the labels of options, the place on a scale, a day, the words themselves. */
export function wordsOf({ kind, options, scale }: Question, value: AnswerValue, language: Language): string {
  const label = (id: string): string => options.find((one) => one.id === id)?.label ?? id;
  if (Array.isArray(value)) return value.map(label).join(', ');
  if (kind === 'date') return dayInWords(String(value), language);
  if (typeof value === 'string') return label(value);
  return scale ? `${value} (${scale.min} = ${scale.low}, ${scale.max} = ${scale.high})` : String(value);
}

/** "1 May 2027". A day has no time of day: it is read and written in UTC, so that no zone can shift it. */
const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00.000Z`),
  );

/** Several options, as they are written down in a record; null = it is no list of them. */
export function listIn(text: string): string[] | null {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : null;
  } catch {
    return null;
  }
}

const hasOption = ({ options }: Question, value: unknown): boolean => options.some((one) => one.id === value);

function oneOf(question: Question, value: AnswerValue): string | null {
  return hasOption(question, value) ? null : 'Pick one of the answers.';
}

function severalOf(question: Question, value: AnswerValue): string | null {
  if (!Array.isArray(value) || value.length === 0) return 'Pick at least one answer, or skip the question.';
  if (new Set(value).size < value.length) return 'Pick each answer once.';
  return value.every((one) => hasOption(question, one)) ? null : 'Pick from the answers that are here.';
}

function inWords(_: Question, value: AnswerValue): string | null {
  if (typeof value !== 'string' || value.trim() === '') return 'Write an answer, or skip the question.';
  return value.length > LONGEST ? `Write ${LONGEST} characters or fewer.` : null;
}

function dayOfCalendar(_: Question, value: AnswerValue): string | null {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const ms = Date.parse(`${value}T00:00:00.000Z`);
    // Where a month has no such day, the calendar goes on into the next.
    if (!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value)) return null;
  }
  return 'Give a day that is in the calendar, with its year.';
}

function onScale({ scale }: Question, value: AnswerValue): string | null {
  if (scale && typeof value === 'number' && Number.isInteger(value) && value >= scale.min && value <= scale.max) {
    return null;
  }
  return scale ? `Pick a number from ${scale.min} to ${scale.max}.` : 'Pick a number on the scale.';
}
