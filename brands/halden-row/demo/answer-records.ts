import { addToInstant } from '#rules/duration.ts';
import type { Diary } from './diary.ts';

interface Told {
  readonly question: string;
  readonly asked: string;
  readonly value: string | number | readonly string[];
  /** The answer as its question says it; of several each. */
  readonly words: string | readonly string[];
  readonly daysAgo: number;
  readonly lasts: string;
}

/** Four of the six questions; the first answer lapses within days. A test holds the words against languages/. */
const told: readonly Told[] = [
  {
    question: 'comes_for',
    asked: 'What do you come to us for most?',
    value: 'child',
    words: 'Things for a child',
    daysAgo: 357,
    lasts: 'P12M',
  },
  {
    question: 'rooms',
    asked: 'Which rooms are you furnishing?',
    value: ['garden', 'nursery'],
    words: ['Garden', 'Child’s room'],
    daysAgo: 120,
    lasts: 'P12M',
  },
  {
    question: 'budget',
    asked: 'How much do you like to spend on a thing?',
    value: 4,
    words: '4 (1 = As little as I can, 5 = What lasts longest)',
    daysAgo: 120,
    lasts: 'P12M',
  },
  {
    question: 'never',
    asked: 'What is never right for you?',
    value: 'Fur and feathers',
    words: 'Fur and feathers',
    daysAgo: 119,
    lasts: 'P36M',
  },
];

const asText = (several: string | number | readonly string[]): string | number =>
  typeof several === 'object' ? JSON.stringify(several) : several;

/** What she answered when she was asked. */
export function writeAnswers(diary: Diary): void {
  for (const [index, { question, asked, value, words, daysAgo, lasts }] of told.entries()) {
    const minute = 1240 + 2 * index;
    if (!diary.allowed('answers.picks', daysAgo, minute)) continue;
    const at = diary.calendar.at(daysAgo, minute);
    diary.keep(daysAgo, {
      id: `answer.${question}`,
      category: 'answers',
      item: 'answer',
      at,
      label: `${asked} ${typeof words === 'object' ? words.join(', ') : words}`,
      data: {
        question,
        value: asText(value),
        words: asText(words),
        expires: addToInstant(at, lasts),
      },
    });
  }
}
