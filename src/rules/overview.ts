import type { Category, Notice } from '#contract/notice.ts';
import type { Counting, Got, Overview } from '#contract/overview.ts';
import type { Day, Instant } from '#contract/primitives.ts';
import { newCounter, type Counter } from './counting.ts';
import { dayIndex, dayOf, dayStarts } from './days.ts';
import { newHeldSum } from './held.ts';
import type { Holdings } from './holdings.ts';
import { ORDER_LINE, orderLineOf } from './order-line.ts';

/**
 * What is held, what came back and when it was used, from the records themselves: one pass over them, and one look at
 * the calendar for each day of the year (time zone: IANA). `held` is everything on record; `got` and `usedDays` are of
 * this calendar year up to `now`. Throws, naming it, where a record or an event cannot be told: unknown category or
 * item, a bad time, a broken order line.
 */
export function overviewOf(holdings: Holdings, notice: Notice, zone: string, now: Instant): Overview {
  const until = momentOf('The overview', now);
  const today = dayOf(now, zone);
  const since: Day = `${today.slice(0, 4)}-01-01`;
  const days = dayStarts(since, today, zone);
  const from = days[0] ?? 0;
  const counter = newCounter();
  const rows = notice.categories.map((category) => ({
    category,
    held: newHeldSum(category),
    usedDays: Array.from({ length: days.length - 1 }, () => 0),
  }));
  const rowOf = new Map(rows.map((row) => [row.category.id, row]));

  for (const record of holdings.records) {
    const row = rowOf.get(record.category);
    if (!row) throw untold(`Record "${record.id}"`, record.category, notice);
    const at = momentOf(`Record "${record.id}"`, record.at);
    row.held.add(record, at);
    if (record.item !== ORDER_LINE) continue;
    const line = orderLineOf(record);
    if (at >= from && at <= until) counter.add(line);
  }

  for (const event of holdings.events) {
    const category = event.use.slice(0, event.use.indexOf('.'));
    const row = rowOf.get(category);
    if (!row) throw untold(`Event "${event.id}"`, category, notice);
    const at = momentOf(`Event "${event.id}"`, event.at);
    const day = at <= until ? dayIndex(days, at) : -1;
    if (day >= 0) row.usedDays[day] = (row.usedDays[day] ?? 0) + 1;
  }

  checkCredits(notice);
  const totals = counter.totals();
  return {
    asOf: now,
    since,
    customer: { name: holdings.customer.name },
    categories: rows.map(({ category, held, usedDays }) => ({
      category: category.id,
      held: held.result(),
      got: gotIn(category, totals),
      usedDays,
    })),
  };
}

/** What each use of a category gave, by the rule it declares. */
function gotIn(category: Category, totals: ReturnType<Counter['totals']>): Got[] {
  return category.uses.flatMap(({ id, got }) =>
    got ? [{ use: id, counting: got.counting, ...totals[got.counting] }] : [],
  );
}

/** A rule credits one use: declared by two, its benefit would be counted twice. */
function checkCredits(notice: Notice): void {
  const credited = new Map<Counting, string>();
  for (const use of notice.categories.flatMap((category) => category.uses)) {
    if (!use.got) continue;
    const other = credited.get(use.got.counting);
    if (other !== undefined) {
      throw new Error(
        `Uses "${other}" and "${use.id}" both count by "${use.got.counting}", so its benefit would be counted twice. ` +
          'Let one of them count it.',
      );
    }
    credited.set(use.got.counting, use.id);
  }
}

function momentOf(what: string, at: Instant): number {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) throw new Error(`${what} is dated "${at}", which is not an instant.`);
  return ms;
}

function untold(what: string, category: string, notice: Notice): Error {
  return new Error(
    `${what} is of category "${category}", which notice ${notice.version} does not describe. Nothing may be held ` +
      'that is not told: describe the category, or delete the record.',
  );
}
