import type { About } from '#contract/about.ts';
import type { Instant } from '#contract/primitives.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';

/** Whoever comes back within this time is still here. */
const SAME_VISIT = 30 * 60_000;

const recordOfVisit = ({ records }: Holdings, { visits }: Pick<About, 'visits'>): HoldingRecord | null =>
  records.findLast(({ category, item }) => `${category}.${item}` === visits) ?? null;

/**
 * When the customer was here before this visit; null = nobody remembers, it is the first time, or it was forgotten. One
 * record holds the visit of today as its `at`, and the one before it as `before`.
 */
export const lastHereOf = (holdings: Holdings, about: Pick<About, 'visits'>): Instant | null => {
  const visit = recordOfVisit(holdings, about);
  const before = visit?.keptFor ? null : visit?.data['before'];
  return typeof before === 'string' ? before : null;
};

/**
 * The record of a visit that begins now, instead of the one of the last. `label` is what such a record is called. Null =
 * there is nothing to note: the brand remembers no visits, or it is still the same one.
 */
export const visited = (
  holdings: Holdings,
  about: Pick<About, 'visits'>,
  label: string,
  now: Instant,
): HoldingRecord | null => {
  if (about.visits === null) return null;
  const last = recordOfVisit(holdings, about);
  const since = last === null ? Number.POSITIVE_INFINITY : Date.parse(now) - Date.parse(last.at);
  if (since < SAME_VISIT) return null;
  const [category = '', item = ''] = about.visits.split('.');
  return { id: last?.id ?? 'visit', category, item, at: now, label, data: { before: last?.at ?? null } };
};
