import type { Experience } from '#contract/preview.ts';
import type { ChoiceId } from '#contract/primitives.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';
import { newestFirst, type Dated } from './moment.ts';
import type { ExperienceAsked, ShopSignal } from './shop.ts';

/** A signal with the records that it may read, newest first. */
export interface Heard {
  readonly signal: ShopSignal;
  readonly records: readonly HoldingRecord[];
}

/**
 * What a place may hear: the signals that show there and whose uses are allowed, each with the records of its own items
 * that have happened and not expired. No other record is looked into.
 */
export function hear(signals: readonly ShopSignal[], surface: Experience['surface'], asked: ExperienceAsked): Heard[] {
  const moment = Date.parse(asked.now);
  return signals
    .filter((signal) => signal.surface === surface && asked.allowed(signal.use))
    .map((signal) => ({
      signal,
      records: ofItems(asked.holdings, signal.items).flatMap(({ at, it }) =>
        at <= moment && !hasExpired(it, moment) ? [it] : [],
      ),
    }));
}

const hasExpired = ({ data }: HoldingRecord, moment: number): boolean =>
  typeof data['expires'] === 'string' && Date.parse(data['expires']) <= moment;

function ofItems(holdings: Holdings, items: readonly ChoiceId[]): readonly Dated<HoldingRecord>[] {
  const [first = [], ...others] = items.map((item) => ofItem(holdings, item));
  return others.length > 0 ? [first, ...others].flat().toSorted(newestFirst) : first;
}

type ByItem = Map<ChoiceId, readonly Dated<HoldingRecord>[]>;

/** Both sides of a preview ask about the same holdings: an item is looked for and sorted once. */
const sorted = new WeakMap<Holdings, ByItem>();

/** What is held as one item, without what is kept for the law only, newest first. */
function ofItem(holdings: Holdings, place: ChoiceId): readonly Dated<HoldingRecord>[] {
  const byItem: ByItem = sorted.get(holdings) ?? new Map();
  sorted.set(holdings, byItem);
  const known = byItem.get(place);
  if (known) return known;
  const [category, item] = place.split('.');
  const records = holdings.records
    .filter((record) => record.item === item && record.category === category && !record.keptFor)
    .map((it) => ({ at: Date.parse(it.at), it }))
    .toSorted(newestFirst);
  byItem.set(place, records);
  return records;
}
