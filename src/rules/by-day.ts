import type { Day, Instant } from '#contract/primitives.ts';
import { dayIndex, dayOf, dayStarts } from './days.ts';

/** What happened on one day, in the order it was given. */
export interface OfDay<T> {
  readonly day: Day;
  readonly those: readonly T[];
}

/** Things in order of time, either way, put into the days of a time zone (IANA). Days without any are left out. */
export function byDay<T extends { readonly at: Instant }>(things: readonly T[], zone: string): readonly OfDay<T>[] {
  const [first, last] = [things[0], things.at(-1)];
  if (!first || !last) return [];
  const [from = '', to = ''] = [dayOf(first.at, zone), dayOf(last.at, zone)].toSorted();
  const starts = dayStarts(from, to, zone);
  const days: { readonly index: number; readonly day: Day; readonly those: T[] }[] = [];
  for (const thing of things) {
    const index = dayIndex(starts, Date.parse(thing.at));
    const open = days.at(-1);
    if (open?.index === index) open.those.push(thing);
    else days.push({ index, day: dayOf(thing.at, zone), those: [thing] });
  }
  return days.map(({ day, those }) => ({ day, those }));
}
