import type { About } from '#contract/about.ts';
import type { ActivityEvent, ActivityFilter, ActivityPage } from '#contract/activity.ts';
import type { Notice } from '#contract/notice.ts';
import { startOfDay } from './days.ts';
import { addToDay } from './duration.ts';
import type { Holdings, UsageEvent } from './holdings.ts';
import { momentOf, type Dated } from './moment.ts';
import { pageOf } from './page.ts';
import { byCategory, categoryOf } from './told.ts';

/**
 * One page of what was done with the data, newest first, with what an event of each use on it says. Days are those of
 * a time zone (IANA). Null = the filter's cursor is none. Throws, naming it, where an event cannot be told.
 */
export function activityPageOf(
  holdings: Pick<Holdings, 'events'>,
  notice: Notice,
  about: Pick<About, 'events'>,
  filter: ActivityFilter,
  zone: string,
): ActivityPage | null {
  const { category, use, until } = filter;
  const end = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(startOfDay(addToDay(until, 'P1D'), zone));
  const { rowOf } = byCategory(notice, ({ id }) => id);
  const found: Dated<UsageEvent>[] = [];
  for (const event of holdings.events) {
    const what = `Event "${event.id}"`;
    const of = rowOf(what, categoryOf(event.use));
    const at = momentOf(what, event.at);
    if ((category ?? of) === of && (use ?? event.use) === event.use && at < end) found.push({ at, it: event });
  }

  const paged = pageOf(found, filter);
  if (!paged) return null;
  const events = paged.page.map(told);
  const uses = new Set(events.map((event) => event.use));
  const said = Object.entries(about.events).filter(([one]) => uses.has(one));
  return { events, count: paged.count, next: paged.next, said: Object.fromEntries(said) };
}

function told({ id, use, at, data }: UsageEvent): ActivityEvent {
  return { id, use, at, values: data === undefined ? {} : data };
}
