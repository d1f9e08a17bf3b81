import type { Output } from '#contract/contract.ts';
import type { Asked, DeedAnswer, DeedInput, DeedName } from './deed.ts';

type Tells = { readonly [K in DeedName]: (input: DeedInput<K>, answer: Output<K>) => boolean };

/** What a backend makes of an answer in words, or of a correction, is its own. */
const tells: Tells = {
  correctRecord: ({ record }, answer) => answer.record.id === record,
  forget: () => true,
  judgeInference({ inference: id, judgement }, { inference }) {
    if (judgement === 'right' || judgement === 'wrong')
      return inference?.id === id && inference.judged?.verdict === judgement;
    return judgement === 'allow' || inference === null;
  },
  answerQuestion: ({ value }, { answer }) => (answer === null) === (value === null),
  recordExpectation: ({ card, answer }, { answers }) =>
    answers.some((one) => one.card === card && one.answer === answer),
};

/** Does an answer tell of what was asked for? It was read as an answer of the deed's own call. */
export const tellsOf = ({ name, input }: Asked, answer: DeedAnswer): boolean =>
  (tells[name] as (input: unknown, answer: unknown) => boolean)(input, answer);

/** Is it the name of a deed? */
export const isDeedName = (name: unknown): name is DeedName => typeof name === 'string' && Object.hasOwn(tells, name);
