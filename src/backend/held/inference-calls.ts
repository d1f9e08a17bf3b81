import { BackendError, type Backend } from '#backend/port.ts';
import { inferencesOf, judged } from '#rules/inferences.ts';
import type { DeskOf } from './desk.ts';

/** What was concluded, and what the customer says of it. */
export const inferenceCalls = (desk: DeskOf): Pick<Backend, 'listInferences' | 'judgeInference'> => ({
  async listInferences({ language }) {
    const { held, notice, about, now } = await desk.reading('inferences', language);
    return inferencesOf(await held(), notice, about, now);
  },

  async judgeInference({ inference: id, judgement, customer, key }) {
    const { notice, about, now, done } = await desk.changing('inferences', customer);
    const { holdings, replayed } = await done({
      kind: 'judge',
      key,
      asked: { inference: id, judgement },
      plan(held, at) {
        const change = judged(held, notice, about, id, judgement, at);
        if (change) return { change };
        throw new BackendError('not_found', 'There is no such conclusion, and nothing of the kind is forbidden.');
      },
    });
    const { inferences } = inferencesOf(holdings, notice, about, now);
    return { inference: inferences.find((one) => one.id === id) ?? null, replayed };
  },
});
