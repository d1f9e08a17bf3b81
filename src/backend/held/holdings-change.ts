import type { HoldingsChange } from '#backend/holdings-store.ts';
import type { Holdings } from '#rules/holdings.ts';

/** What changes in what is held, whoever asked for it. */
export type Change = Pick<HoldingsChange, 'put' | 'remove' | 'forgetEvents' | 'forgotten'>;

/** Nothing changes. */
export const noChange: Change = { put: [], remove: [], forgetEvents: [], forgotten: [] };

/** Does it take anything away? Then nothing that tells of it by guessing may stay behind either. */
export const takesAway = ({ remove, forgetEvents, deed }: Omit<HoldingsChange, 'subject' | 'revision'>): boolean =>
  remove.length > 0 || forgetEvents.length > 0 || deed?.kind === 'forget';

/** What is held after a change: records keep their place, new ones come last. */
export const changedBy = (holdings: Holdings, { put, remove, forgetEvents, forgotten }: Change): Holdings => {
  const gone = new Set(remove);
  const untold = new Set(forgetEvents);
  const later = new Map(put.map((record) => [record.id, record]));
  const records = holdings.records.flatMap((record) => {
    const replaced = later.get(record.id);
    later.delete(record.id);
    return gone.has(record.id) ? [] : [replaced ?? record];
  });
  const anew = new Set(forgotten.map(({ category }) => category));
  return {
    ...holdings,
    records: [...records, ...later.values()],
    events: holdings.events.map((event) => (untold.has(event.id) ? { ...event, data: null } : event)),
    forgotten: [...(holdings.forgotten ?? []).filter(({ category }) => !anew.has(category)), ...forgotten],
  };
};
