import type { About } from '#contract/about.ts';
import type { Overview } from '#contract/overview.ts';
import type { ChoiceId } from '#contract/primitives.ts';
import type { Holdings } from './holdings.ts';
import { momentOf } from './moment.ts';
import { lastHereOf } from './visit.ts';

/**
 * What was done with the data since the customer was here before this visit, up to a moment (milliseconds): how often,
 * under which uses, most often first, and how many records came since. Visits tell nothing new, and neither do records
 * that are kept for law or contract alone. Null = nobody remembers, or it is the first time.
 */
export function sinceLastHere(
  holdings: Holdings,
  about: Pick<About, 'visits'>,
  until: number,
): NonNullable<Overview['lastHere']> | null {
  const at = lastHereOf(holdings, about);
  if (at === null) return null;
  const since = momentOf('The visit before this one', at);
  const isNew = (what: string, moment: string): boolean => {
    const ms = momentOf(what, moment);
    return ms > since && ms <= until;
  };

  const times = new Map<ChoiceId, number>();
  for (const event of holdings.events) {
    if (isNew(`Event "${event.id}"`, event.at)) times.set(event.use, (times.get(event.use) ?? 0) + 1);
  }
  const records = holdings.records.filter(
    ({ id, at: noted, category, item, keptFor }) =>
      keptFor === undefined && `${category}.${item}` !== about.visits && isNew(`Record "${id}"`, noted),
  );
  const uses = [...times].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return {
    at,
    times: [...times.values()].reduce((sum, count) => sum + count, 0),
    uses: uses.map(([use]) => use),
    records: records.length,
  };
}
