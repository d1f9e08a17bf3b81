import { BackendError, type Backend } from '#backend/port.ts';
import { answered, answerTo, profileOf } from '#rules/profile.ts';
import type { DeskOf } from './desk.ts';

/** What the brand asks its customers, and what they answer. */
export const profileCalls = (desk: DeskOf): Pick<Backend, 'getProfile' | 'answerQuestion'> => ({
  async getProfile({ language }) {
    const { held, about, now } = await desk.reading('profile', language);
    return profileOf(await held(), about, now);
  },

  async answerQuestion({ question: id, value, customer, key }) {
    const { about, brand, done } = await desk.changing('profile', customer);
    // What is held is in one language, whichever the page has: the brand's first, as its questions are read here.
    const language = brand.face.languages[0] as string;
    const question = about.questions.find((one) => one.id === id);
    if (!question) throw new BackendError('not_found', 'There is no such question.');
    const { holdings, at, replayed } = await done({
      kind: 'answer',
      key,
      asked: { question: id, value },
      plan(held, now) {
        const change = answered(held, question, value, language, now);
        if (typeof change === 'string') throw new BackendError('malformed', `value: ${change}`);
        return { change };
      },
    });
    return { answer: answerTo(question, holdings, at), replayed };
  },
});
