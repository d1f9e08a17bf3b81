import type { ItemHoldings } from '#contract/holdings.ts';
import type { Category } from '#contract/notice.ts';
import type { Held } from '#contract/overview.ts';
import type { HoldingRecord } from './holdings.ts';
import { newestFirst, type Dated } from './moment.ts';

/** How many of the newest are shown by name. */
const SAMPLE = 3;

interface Span {
  count: number;
  oldest: number;
  newest: Dated<HoldingRecord> | null;
}

/** Sums up the records of one category, one after the other. */
export interface HeldSum {
  /** `at` is the record's moment in milliseconds. */
  add(record: HoldingRecord, at: number): void;
  result(): Held;
  /** One for each item of the notice, in its order. */
  items(): ItemHoldings[];
}

/**
 * What is held in a category: every record, whatever is switched off and whatever it is kept for. `values` has, for
 * each item of the notice, `<item>_count` and, where there is one, `<item>`, the label of its newest record; `latest`
 * is the newest of all.
 */
export function newHeldSum(category: Category): HeldSum {
  const all = newSpan();
  const spans = new Map(category.items.map(({ id }) => [id, newSpan()]));
  const sample: Dated<HoldingRecord>[] = [];

  return {
    add(record, at) {
      const span = spans.get(record.item);
      if (span === undefined) {
        throw new Error(
          `Record "${record.id}" is held as "${record.item}", which the notice does not name in category ` +
            `"${category.id}". Nothing may be held that is not told: name the item, or delete the record.`,
        );
      }
      const dated = { at, it: record };
      stretch(span, dated);
      stretch(all, dated);
      const place = sample.findIndex((one) => isNewer(dated, one));
      if (place >= 0) sample.splice(place, 0, dated);
      else if (sample.length < SAMPLE) sample.push(dated);
      if (sample.length > SAMPLE) sample.pop();
    },
    result() {
      const values: Record<string, string | number> = {};
      for (const [item, { count }] of spans) values[`${item}_count`] = count;
      for (const [item, { newest }] of spans) if (newest) values[item] = newest.it.label;
      if (all.newest) values['latest'] = all.newest.it.label;
      return { ...told(all), values, sample: sample.map(({ at, it }) => ({ label: it.label, at: instant(at) })) };
    },
    items: () => [...spans].map(([item, span]) => ({ item, ...told(span) })),
  };
}

function newSpan(): Span {
  return { count: 0, oldest: Number.POSITIVE_INFINITY, newest: null };
}

function stretch(span: Span, dated: Dated<HoldingRecord>): void {
  span.count += 1;
  span.oldest = Math.min(span.oldest, dated.at);
  if (span.newest === null || isNewer(dated, span.newest)) span.newest = dated;
}

function told({ count, oldest, newest }: Span): Pick<Held, 'count' | 'oldest' | 'newest'> {
  return { count, oldest: newest && instant(oldest), newest: newest && instant(newest.at) };
}

function isNewer(one: Dated<HoldingRecord>, other: Dated<HoldingRecord>): boolean {
  return newestFirst(one, other) < 0;
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
