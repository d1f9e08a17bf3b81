import type { Instant } from '#contract/primitives.ts';
import type { HoldingRecord } from './holdings.ts';
import { momentOf, newestFirst, type Dated } from './moment.ts';

/** What the customer forbade to conclude, by topic. */
export function forbiddenTopics(records: readonly HoldingRecord[]): ReadonlySet<string> {
  const topics = new Set<string>();
  for (const { data } of records) {
    if (data['forbidden'] === true && typeof data['topic'] === 'string') topics.add(data['topic']);
  }
  return topics;
}

/** What a conclusion is about. One without a topic is about itself alone. */
export const topicOf = ({ id, data }: HoldingRecord): string =>
  typeof data['topic'] === 'string' ? data['topic'] : `id:${id}`;

/** The customer said that it is wrong: it is used for nothing. */
export const isWrong = ({ data }: HoldingRecord): boolean => data['verdict'] === 'wrong';

/** When a conclusion ends by itself; null = its record does not say. */
export const lapseOf = ({ data }: HoldingRecord): Instant | null =>
  typeof data['lapses'] === 'string' && !Number.isNaN(Date.parse(data['lapses'])) ? data['lapses'] : null;

/**
 * The conclusions that stand at a moment, newest first: one for each topic, since a newer one takes the place of the
 * older. Lapsed ones, ones that are kept for the law only, and ones on a forbidden topic do not stand. Wrong ones do:
 * they are shown, and used for nothing.
 */
export function standing(
  conclusions: readonly HoldingRecord[],
  lapses: (conclusion: HoldingRecord) => Instant,
  forbidden: ReadonlySet<string>,
  now: Instant,
): HoldingRecord[] {
  const moment = Date.parse(now);
  const newest = new Map<string, HoldingRecord>();
  for (const one of conclusions) {
    const topic = topicOf(one);
    if (one.keptFor || forbidden.has(topic) || Date.parse(one.at) > moment) continue;
    const other = newest.get(topic);
    if (!other || byNewest(one, other) < 0) newest.set(topic, one);
  }
  return [...newest.values()].filter((one) => Date.parse(lapses(one)) > moment).toSorted(byNewest);
}

/** Sorts records with the newest first. */
export const byNewest = (a: HoldingRecord, b: HoldingRecord): number => newestFirst(dated(a), dated(b));

const dated = (it: HoldingRecord): Dated<HoldingRecord> => ({ at: momentOf(`Record "${it.id}"`, it.at), it });
