import { expect } from 'vitest';
import type { Backend } from '#backend/port.ts';
import type { AnswerValue, AskedQuestion } from '#contract/profile.ts';
import { newKey, refusal, refusalCode, type Case } from '#tests/conformance/room.ts';

const answer = (backend: Backend, question: string, value: AnswerValue | null) =>
  backend.answerQuestion({ question, value, key: newKey() });

/** An answer that a question takes, and some that it does not. */
const answersTo = ({ kind, options, scale }: AskedQuestion): { good: AnswerValue; bad: AnswerValue[] } => {
  const [first = ''] = options.map(({ id }) => id);
  if (kind === 'multiple') return { good: [first], bad: [first, [], ['no such option'], [first, first], 1] };
  if (kind === 'text') return { good: 'In my own words', bad: ['', '   ', 1, ['a']] };
  if (kind === 'date') return { good: '2027-02-28', bad: ['2027-02-30', '28.02.2027', 1, ['2027-02-28']] };
  if (kind === 'scale') return { good: scale?.max ?? 0, bad: [(scale?.max ?? 0) + 1, 0.5, 'one', ['1']] };
  return { good: first, bad: ['no such option', '', 1, [first]] };
};

const valueOf = async (backend: Backend, question: string): Promise<AnswerValue | null | undefined> => {
  const { questions } = await backend.getProfile({});
  return questions.find(({ id }) => id === question)?.answer?.value;
};

export const profileCases: readonly Case[] = [
  {
    name: 'asks a new customer every question, in the language asked for, and knows no answer',
    needs: ['profile', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const { questions } = await backend.getProfile({});
      expect(questions.map(({ id, kind }) => [id, kind])).toEqual([
        ['rooms', 'scale'],
        ['sofa', 'single'],
        ['colours', 'multiple'],
        ['top', 'size'],
        ['wish', 'text'],
        ['moving', 'date'],
      ]);
      expect(questions.filter((one) => one.answer !== null)).toEqual([]);
      expect(questions[0]?.question).toBe('Hello. How many?');
      expect((await backend.getProfile({ language: 'cy' })).questions[0]?.question).toBe('Helo. How many?');
      expect((await backend.getProfile({ language: 'de' })).questions[0]?.question).toBe('Hello. How many?');
    },
  },
  {
    name: 'takes an answer of each question as its kind is, changes it, and takes it back',
    needs: ['profile'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const { questions } = await backend.getProfile({});
      expect(questions.length).toBeGreaterThan(0);
      for (const question of questions) {
        const { good } = answersTo(question);
        const stored = await answer(backend, question.id, good);
        expect([question.id, stored.answer?.value]).toEqual([question.id, good]);
        expect(Date.parse(stored.answer?.expires ?? '')).toBeGreaterThan(Date.parse(stored.answer?.at ?? ''));
        expect(await valueOf(backend, question.id)).toEqual(good);
        expect((await answer(backend, question.id, null)).answer).toBeNull();
        expect(await valueOf(backend, question.id)).toBeUndefined();
      }
      // To take back what is not there is to have it so.
      expect((await answer(backend, questions[0]?.id ?? '', null)).answer).toBeNull();
    },
  },
  {
    name: 'refuses an answer that its question does not take, says why, and keeps the one before',
    needs: ['profile'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      for (const question of (await backend.getProfile({})).questions) {
        const { good, bad } = answersTo(question);
        await answer(backend, question.id, good);
        for (const value of bad) {
          const { code, detail } = await refusal(answer(backend, question.id, value));
          expect([question.kind, value, code]).toEqual([question.kind, value, 'malformed']);
          expect(detail).not.toBe('');
        }
        expect(await valueOf(backend, question.id)).toEqual(good);
      }
      expect(await refusalCode(answer(backend, 'no_such_question', 'yes'))).toBe('not_found');
    },
  },
  {
    name: 'holds an answer as a record of its item, one for each question, which can be forgotten like any other',
    needs: ['profile', 'records', 'forgetting', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      await answer(backend, 'rooms', 3);
      await answer(backend, 'rooms', 4);
      const { records } = await backend.listRecords({ item: 'answer' });
      expect(records).toHaveLength(1);
      expect(records[0]).toMatchObject({ category: 'profile', item: 'answer' });
      await backend.forget({ scope: 'record', id: records[0]?.id ?? '', key: newKey() });
      expect(await valueOf(backend, 'rooms')).toBeUndefined();
    },
  },
  {
    name: 'lets an answer lapse by itself, when it said that it would',
    needs: ['profile', 'our_brand', 'clock'],
    run: async ({ customer, advance }) => {
      const { backend, persona } = await customer();
      const stored = await answer(backend, 'moving', '2027-01-01');
      expect(stored.answer?.expires).toBe('2026-11-29T12:00:00.000Z');
      advance(7 * 86_400_000 - 1);
      expect(await valueOf((await customer(persona)).backend, 'moving')).toBe('2027-01-01');
      advance(1);
      expect(await valueOf((await customer(persona)).backend, 'moving')).toBeUndefined();
    },
  },
];
