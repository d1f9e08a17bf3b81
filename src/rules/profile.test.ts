import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { AnswerValue, Profile, type Question } from '#contract/profile.ts';
import { frozen } from './arbitraries.ts';
import type { Holdings } from './holdings.ts';
import { about, holding, NOW, record } from './holdings-arbitraries.ts';
import { answered, profileOf } from './profile.ts';

const question = (id: string, more: Partial<Question>): Question => ({
  id,
  kind: 'single',
  question: `Question ${id}?`,
  why: 'To know.',
  changes: 'Something.',
  category: 'answers',
  item: 'answer',
  uses: ['answers.picks'],
  options: [],
  scale: null,
  lasts: 'P12M',
  ...more,
});

const options = [
  { id: 'garden', label: 'Garden' },
  { id: 'study', label: 'Study' },
];
const questions = {
  single: question('room', { options }),
  multiple: question('rooms', { kind: 'multiple', options }),
  text: question('words', { kind: 'text' }),
  date: question('day', { kind: 'date' }),
  size: question('shoe_size', {
    kind: 'size',
    category: 'sizes',
    item: 'shoe',
    options: ['38', '39'].map((id) => ({ id, label: id })),
  }),
  scale: question('budget', { kind: 'scale', scale: { min: 1, max: 5, low: 'Little', high: 'Much' } }),
} as const;

const told = { ...about, questions: Object.values(questions) };
const empty = holding([]);

/** What is held once an answer is written down, as a store would. */
function after(held: Holdings, asked: Question, value: AnswerValue | null, now = NOW): Holdings {
  const change = answered(frozen(held), asked, value, 'en-GB', now);
  if (typeof change === 'string') throw new Error(change);
  const gone = new Set([...change.remove, ...change.put.map(({ id }) => id)]);
  return { ...held, records: [...held.records.filter(({ id }) => !gone.has(id)), ...change.put] };
}
/** What is held of a day in May, in a language. */
const mayDay = (language: string) => {
  const change = answered(empty, questions.date, '2027-05-01', language, NOW);
  return typeof change === 'string' ? change : change.put[0]?.label;
};
const answerIn = (held: Holdings, asked: Question, now = NOW) =>
  profileOf(frozen(held), told, now).questions.find(({ id }) => id === asked.id)?.answer;

const good = [
  ['single', 'garden', 'Question room? Garden'],
  ['multiple', ['study', 'garden'], 'Question rooms? Study, Garden'],
  ['text', 'No wool', 'Question words? No wool'],
  ['date', '2028-02-29', 'Question day? 29 February 2028'],
  ['size', '39', 'Question shoe_size? 39'],
  ['scale', 4, 'Question budget? 4 (1 = Little, 5 = Much)'],
] as const satisfies readonly (readonly [Question['kind'], AnswerValue | readonly string[], string])[];

describe('an answer', () => {
  test.each(good)('to a question of kind %s is held in words, and read back as it was given', (kind, value, label) => {
    const given = AnswerValue.parse(value);
    const held = after(empty, questions[kind], given);
    expect(held.records).toMatchObject([{ id: `answer.${questions[kind].id}`, label, at: NOW }]);
    expect(answerIn(held, questions[kind])).toEqual({ value: given, at: NOW, expires: '2027-11-22T14:02:00.000Z' });
  });

  test.each([
    ['single', 'kitchen', 'Pick one of the answers.'],
    ['single', ['garden'], 'Pick one of the answers.'],
    ['size', '44', 'Pick one of the answers.'],
    ['multiple', [], 'Pick at least one answer, or skip the question.'],
    ['multiple', 'garden', 'Pick at least one answer, or skip the question.'],
    ['multiple', ['garden', 'garden'], 'Pick each answer once.'],
    ['multiple', ['garden', 'attic'], 'Pick from the answers that are here.'],
    ['text', '  ', 'Write an answer, or skip the question.'],
    ['text', 'a'.repeat(501), 'Write 500 characters or fewer.'],
    ['date', '2027-02-29', 'Give a day that is in the calendar, with its year.'],
    ['date', '1 May 2027', 'Give a day that is in the calendar, with its year.'],
    ['date', 20270501, 'Give a day that is in the calendar, with its year.'],
    ['scale', 6, 'Pick a number from 1 to 5.'],
    ['scale', '4', 'Pick a number from 1 to 5.'],
  ] satisfies [Question['kind'], AnswerValue, string][])(
    'to a question of kind %s cannot be %j: %s',
    (kind, value, why) => {
      expect(answered(empty, questions[kind], value, 'en-GB', NOW)).toBe(why);
    },
  );

  test('of several options holds the words of each, so that a thing can name the one that led to it', () => {
    const { data } = after(empty, questions.multiple, ['study', 'garden']).records[0] ?? { data: {} };
    expect(data).toMatchObject({ value: '["study","garden"]', words: '["Study","Garden"]' });
    expect(after(empty, questions.single, 'garden').records[0]?.data).toMatchObject({ words: 'Garden' });
  });

  test('of a day says that day in its language, wherever the machine stands', () => {
    expect(mayDay('en-GB')).toBe('Question day? 1 May 2027');
    expect(mayDay('de')).toBe('Question day? 1. Mai 2027');
    vi.stubEnv('TZ', 'America/Los_Angeles');
    expect(new Date('2027-05-01').getDate()).toBe(30);
    expect(mayDay('en-GB')).toBe('Question day? 1 May 2027');
    vi.unstubAllEnvs();
  });

  test('takes the place of the one before', () => {
    const held = after(after(empty, questions.single, 'garden'), questions.single, 'study');
    expect(held.records).toHaveLength(1);
    expect(answerIn(held, questions.single)?.value).toBe('study');
  });

  test('taken back is gone, and nothing else is; nothing to take back changes nothing', () => {
    const both = after(after(empty, questions.single, 'garden'), questions.scale, 2);
    const held = after(both, questions.single, null);
    expect(held.records.map(({ id }) => id)).toEqual(['answer.budget']);
    expect(answerIn(held, questions.single)).toBeNull();
    expect(answered(empty, questions.single, null, 'en-GB', NOW)).toEqual({ put: [], remove: [] });
  });

  test('lasts to the moment it says, and is absent from then on', () => {
    const held = after(empty, questions.single, 'garden');
    expect(answerIn(held, questions.single, '2027-11-22T14:01:59.999Z')?.value).toBe('garden');
    expect(answerIn(held, questions.single, '2027-11-22T14:02:00.000Z')).toBeNull();
  });

  test('on a size is held where sizes are, as a size', () => {
    expect(after(empty, questions.size, '39').records).toMatchObject([
      { category: 'sizes', item: 'shoe', data: { size: '39', question: 'shoe_size' } },
    ]);
  });

  test('that the question no longer takes is absent, and so is one that is kept for the law alone', () => {
    const id = 'answer.room';
    const data = { question: 'room', value: 'attic', expires: '2027-11-22T14:02:00.000Z' };
    expect(answerIn(holding([record(id, { data })]), questions.single)).toBeNull();
    const kept = record(id, { data: { ...data, value: 'garden' }, keptFor: ['answers.law'] });
    expect(answerIn(holding([kept]), questions.single)).toBeNull();
  });

  test('in the customer’s own words loses the blanks around it, and keeps those inside', () => {
    expect(answerIn(after(empty, questions.text, '  no  wool '), questions.text)?.value).toBe('no  wool');
  });
});

test('Whatever is sent, an answer is refused in a sentence, or stands in a profile as the contract says', () => {
  const values = fc.oneof(
    fc.string({ maxLength: 500 }),
    fc.integer({ min: -10, max: 10 }),
    fc.array(fc.constantFrom('garden', 'study', 'attic', '39'), { maxLength: 4 }),
    fc.constantFrom('garden', '39', '2026-11-22'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(questions)), values, (asked, value) => {
      const change = answered(empty, asked, value, 'en-GB', NOW);
      const said = typeof change === 'string' ? change : 'Taken.';
      expect(said).toMatch(/^[A-Z].*\.$/);
      const profile = profileOf(holding(typeof change === 'string' ? [] : change.put), told, NOW);
      expect(Profile.parse(profile)).toEqual(profile);
      const stands = profile.questions.find(({ id }) => id === asked.id)?.answer?.value;
      const given = typeof value === 'string' ? value.trim() : value;
      expect(stands).toEqual(typeof change === 'string' ? undefined : given);
    }),
  );
});
