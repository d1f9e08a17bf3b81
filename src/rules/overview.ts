import type { About } from '#contract/about.ts';
import type { Category, Notice } from '#contract/notice.ts';
import type { Counting, Got, Overview } from '#contract/overview.ts';
import type { Day, Instant } from '#contract/primitives.ts';
import { creditsOf, newCounter, type Counter } from './counting.ts';
import { dayIndex, dayOf, dayStarts } from './days.ts';
import { newHeldSum } from './held.ts';
import type { Holdings } from './holdings.ts';
import { sinceLastHere } from './last-here.ts';
import { momentOf } from './moment.ts';
import { byCategory, categoryOf } from './told.ts';

const MONEY: ReadonlySet<Counting> = new Set(['member_price', 'wish_list_offer']);

/**
 * What is held, what came back and when it was used, from the records themselves: one pass over them, and one look at
 * the calendar for each day of the year (time zone: IANA). `held` is everything on record; `got` and `usedDays` are of
 * this calendar year up to `now`. Throws, naming it, where a record or an event cannot be told: unknown category or
 * item, a bad time, a broken order line. Without `about` nobody remembers when the customer was last here.
 */
export function overviewOf(
  holdings: Holdings,
  notice: Notice,
  zone: string,
  now: Instant,
  about: Pick<About, 'visits'> | null = null,
): Overview {
  const until = momentOf('The overview', now);
  const today = dayOf(now, zone);
  const since: Day = `${today.slice(0, 4)}-01-01`;
  const days = dayStarts(since, today, zone);
  const counter = newCounter();
  const { rows, rowOf } = byCategory(notice, (category) => ({
    category,
    held: newHeldSum(category),
    usedDays: Array.from({ length: days.length - 1 }, () => 0),
  }));

  for (const record of holdings.records) {
    const what = `Record "${record.id}"`;
    const at = momentOf(what, record.at);
    rowOf(what, record.category).held.add(record, at);
    counter.add(record, at);
  }

  for (const event of holdings.events) {
    const what = `Event "${event.id}"`;
    const row = rowOf(what, categoryOf(event.use));
    const at = momentOf(what, event.at);
    const day = at <= until ? dayIndex(days, at) : -1;
    if (day >= 0) row.usedDays[day] = (row.usedDays[day] ?? 0) + 1;
  }

  creditsOf(notice);
  const counted = counter.between(days[0] ?? 0, until);
  const forgotten = new Map(holdings.forgotten?.map((one) => [one.category, one]));
  const lastHere = about && sinceLastHere(holdings, about, until);
  return {
    asOf: now,
    since,
    customer: { name: holdings.customer.name },
    ...(lastHere && { lastHere }),
    categories: rows.map(({ category, held, usedDays }) => {
      const gone = forgotten.get(category.id);
      return {
        category: category.id,
        held: held.result(),
        got: gotIn(category, counted),
        usedDays,
        ...(gone && { forgotten: gone }),
      };
    }),
  };
}

/** What each use of a category gave, by the rule it declares. Money that is none yet has the currency of the orders. */
function gotIn(category: Category, { entries, currency }: ReturnType<Counter['between']>): Got[] {
  return category.uses.flatMap(({ id, got }) => {
    if (!got) return [];
    const { counting } = got;
    const amount = entries.reduce((sum, entry) => (entry.counting === counting ? sum + entry.amount : sum), 0);
    return [{ use: id, counting, amount, currency: MONEY.has(counting) ? currency : null }];
  });
}
