import type { Notice, Use } from '#contract/notice.ts';
import type { Counting } from '#contract/overview.ts';
import type { HoldingRecord, OrderLine } from './holdings.ts';
import { newestFirst, type Dated } from './moment.ts';
import { ORDER_LINE, orderLineOf } from './order-line.ts';

/** What a record shows was received. Money is in minor units of `currency`; a count, or seconds, have none. */
export interface Shown {
  readonly counting: Counting;
  readonly amount: number;
  readonly currency: string | null;
}

/** A benefit that was received once, and the record that shows it: the entry of the ledger. */
export interface Counted extends Shown, Dated<HoldingRecord> {}

/** Counts records, one after the other. */
export interface Counter {
  /** `at` is the record's moment in milliseconds. */
  add(record: HoldingRecord, at: number): void;
  /** What was received from one moment to another, both included, in no order; and the currency of the orders then. */
  between(from: number, until: number): { readonly entries: readonly Counted[]; readonly currency: string | null };
}

/**
 * What one record shows was received, by the published counting rules; nothing counted is ever stored.
 *
 * - `member_price`, `wish_list_offer`: what was paid less than on the shelf, on lines that were priced so and kept.
 * - `return_avoided`: lines bought in the size we advised, and kept.
 * - `pick_ordered`: a line that began with a press on one of our picks. An order counts once, whatever it has of them.
 * - `time_saved`: the seconds that a record says it saved.
 *
 * A line has one reason for its price, so no penny is counted twice. A record that is kept for law or contract alone
 * shows nothing any more.
 */
export function shownBy(record: HoldingRecord): Shown[] {
  return record.keptFor ? [] : [...shownByLine(lineOf(record)), ...shownByTime(record)];
}

/** Counts every benefit once, for the overview and the ledger alike, so that they cannot disagree. */
export function newCounter(): Counter {
  const counted: Counted[] = [];
  const firstPicks = new Map<string, Counted>();
  const lines: { readonly at: number; readonly line: OrderLine }[] = [];

  return {
    add(record, at) {
      if (record.keptFor) return;
      const line = lineOf(record);
      if (line) lines.push({ at, line });
      for (const shown of [...shownByLine(line), ...shownByTime(record)]) {
        const entry = { ...shown, at, it: record };
        if (!line || shown.counting !== 'pick_ordered') {
          counted.push(entry);
          continue;
        }
        const first = firstPicks.get(line.order);
        if (!first || newestFirst(first, entry) < 0) firstPicks.set(line.order, entry);
      }
    },
    between(from, until) {
      const within = ({ at }: { readonly at: number }): boolean => at >= from && at <= until;
      return {
        entries: [...counted, ...firstPicks.values()].filter(within),
        currency: currencyOf(lines.filter(within).map(({ line }) => line)),
      };
    },
  };
}

/** The use that each rule credits. Declared by two, its benefit would be counted twice: that throws. */
export function creditsOf({ categories }: Notice): ReadonlyMap<Counting, Use> {
  const credited = new Map<Counting, Use>();
  for (const use of categories.flatMap(({ uses }) => uses)) {
    if (!use.got) continue;
    const other = credited.get(use.got.counting);
    if (other) {
      throw new Error(
        `Uses "${other.id}" and "${use.id}" both count by "${use.got.counting}", so its benefit would be counted ` +
          'twice. Let one of them count it.',
      );
    }
    credited.set(use.got.counting, use);
  }
  return credited;
}

function lineOf(record: HoldingRecord): OrderLine | null {
  return record.item === ORDER_LINE ? orderLineOf(record) : null;
}

function shownByLine(line: OrderLine | null): Shown[] {
  if (!line) return [];
  const { priced, currency, returned, fromPick } = line;
  const shown: Shown[] = [];
  if (fromPick) shown.push({ counting: 'pick_ordered', amount: 1, currency: null });
  if (returned) return shown;
  const saved = (line.shelf - line.paid) * line.quantity;
  if (priced === 'member') shown.push({ counting: 'member_price', amount: saved, currency });
  if (priced === 'wish_list_offer') shown.push({ counting: 'wish_list_offer', amount: saved, currency });
  if (line.advisedSize !== null && line.advisedSize === line.size) {
    shown.push({ counting: 'return_avoided', amount: 1, currency: null });
  }
  return shown.filter(({ amount }) => amount > 0);
}

function shownByTime({ id, data }: HoldingRecord): Shown[] {
  const seconds = data['secondsSaved'];
  if (seconds === undefined || seconds === null || seconds === 0) return [];
  if (typeof seconds === 'number' && Number.isSafeInteger(seconds) && seconds > 0) {
    return [{ counting: 'time_saved', amount: seconds, currency: null }];
  }
  throw new Error(
    `Record "${id}" says that it saved ${JSON.stringify(seconds)} seconds. Write a whole number, 0 or more.`,
  );
}

/** Money of two currencies cannot be added up. */
function currencyOf(lines: readonly OrderLine[]): string | null {
  const [first] = lines;
  if (!first) return null;
  const other = lines.find(({ currency }) => currency !== first.currency);
  if (!other) return first.currency;
  throw new Error(
    `Order "${other.order}" is in ${other.currency} and others are in ${first.currency}: they cannot be added up. ` +
      'Hold all order lines of a customer in the currency of the brand.',
  );
}
