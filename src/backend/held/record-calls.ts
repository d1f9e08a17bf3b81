import { BackendError, type Backend } from '#backend/port.ts';
import type { ForgettingDone } from '#contract/holdings.ts';
import { corrected } from '#rules/correct.ts';
import { forgettingOf } from '#rules/forget.ts';
import { heldRecordOf, holdingsListOf, recordPageOf } from '#rules/records.ts';
import type { DeskOf } from './desk.ts';

const noRecord = () => new BackendError('not_found', 'No such record is held.');

/** What is held, put right and forgotten. */
export const recordCalls = (
  desk: DeskOf,
): Pick<Backend, 'listHoldings' | 'listRecords' | 'correctRecord' | 'forget'> => ({
  async listHoldings() {
    const { held, notice, about, zone, now } = await desk.reading('records');
    return holdingsListOf(await held(), notice, about, zone, now);
  },

  async listRecords(filter) {
    const { held, notice, about } = await desk.reading('records');
    const page = recordPageOf(await held(), notice, about, filter);
    if (page) return page;
    throw new BackendError('malformed', 'cursor: pass on the "next" of the page before, unchanged, or leave it out.');
  },

  async correctRecord({ record: id, value, customer, key }) {
    const { about, done } = await desk.changing('correcting', customer);
    const { holdings, replayed } = await done({
      kind: 'correct',
      key,
      asked: { record: id, value },
      plan({ records }, now) {
        const wrong = records.find((one) => one.id === id);
        if (!wrong) throw noRecord();
        const how = about.correctable[`${wrong.category}.${wrong.item}`];
        if (!how) throw new BackendError('forbidden', 'A record of this kind cannot be put right here.');
        const right = corrected(wrong, how, value, now);
        if (typeof right === 'string') throw new BackendError('malformed', `value: ${right}`);
        return { change: { put: [right] } };
      },
    });
    const right = holdings.records.find((one) => one.id === id);
    // Put right by this very key, and forgotten since.
    if (!right) throw noRecord();
    return { record: heldRecordOf(right, about), replayed };
  },

  async forget({ customer, key, ...asked }) {
    const { notice, about, zone, done } = await desk.changing('forgetting', customer);
    const { told, replayed } = await done({
      kind: 'forget',
      key,
      asked,
      plan(held, now) {
        const forgetting = forgettingOf(held, notice, about, asked, zone, now);
        if (!forgetting) throw new BackendError('not_found', 'There is no such record or category to forget.');
        return { change: forgetting.change, told: forgetting.done };
      },
    });
    return { ...(told as Omit<ForgettingDone, 'replayed'>), replayed };
  },
});
