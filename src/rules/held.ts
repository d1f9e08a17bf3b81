import type { Category } from '#contract/notice.ts';
import type { Held } from '#contract/overview.ts';
import type { HoldingRecord } from './holdings.ts';

/** How many of the newest are shown by name. */
const SAMPLE = 3;

interface Dated {
  readonly at: number;
  readonly record: HoldingRecord;
}

/** Sums up the records of one category, one after the other. */
export interface HeldSum {
  /** `at` is the record's moment in milliseconds. */
  add(record: HoldingRecord, at: number): void;
  result(): Held;
}

/**
 * What is held in a category: every record, whatever is switched off. `values` has, for each item of the notice,
 * `<item>_count` and, where there is one, `<item>`, the label of its newest record; `latest` is the newest of all.
 */
export function newHeldSum(category: Category): HeldSum {
  const counts = new Map<string, number>(category.items.map((item) => [item.id, 0]));
  const newestOf = new Map<string, Dated>();
  const sample: Dated[] = [];
  let count = 0;
  let oldest = Number.POSITIVE_INFINITY;

  return {
    add(record, at) {
      const before = counts.get(record.item);
      if (before === undefined) {
        throw new Error(
          `Record "${record.id}" is held as "${record.item}", which the notice does not name in category ` +
            `"${category.id}". Nothing may be held that is not told: name the item, or delete the record.`,
        );
      }
      const dated = { at, record };
      counts.set(record.item, before + 1);
      count += 1;
      oldest = Math.min(oldest, at);
      if (isNewer(dated, newestOf.get(record.item))) newestOf.set(record.item, dated);
      const place = sample.findIndex((one) => isNewer(dated, one));
      if (place >= 0) sample.splice(place, 0, dated);
      else if (sample.length < SAMPLE) sample.push(dated);
      if (sample.length > SAMPLE) sample.pop();
    },
    result() {
      const [newest] = sample;
      const values: Record<string, string | number> = {};
      for (const [item, number] of counts) values[`${item}_count`] = number;
      for (const [item, { record }] of newestOf) values[item] = record.label;
      if (newest) values['latest'] = newest.record.label;
      return {
        count,
        oldest: newest ? instant(oldest) : null,
        newest: newest ? instant(newest.at) : null,
        values,
        sample: sample.map(({ at, record }) => ({ label: record.label, at: instant(at) })),
      };
    },
  };
}

/** The id settles what happened at the same moment, so that the order in which records come does not matter. */
function isNewer(one: Dated, other: Dated | undefined): boolean {
  if (!other) return true;
  return one.at > other.at || (one.at === other.at && one.record.id > other.record.id);
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
