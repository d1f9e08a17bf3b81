import type { About } from '#contract/about.ts';
import type { PortraitLine } from '#contract/inferences.ts';
import type { Notice } from '#contract/notice.ts';
import type { Instant } from '#contract/primitives.ts';
import { forbiddenTopics, isWrong, lapseOf, standing } from './conclusions.ts';
import { newHeldSum } from './held.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';

/**
 * What all that is held says when it is read together: the brand's sentence for each category with something held, in
 * the notice's order, marked by source. What is kept for the law only, what the customer called wrong or forbade, and
 * what has ended do not speak. Values: the held values, and count, oldest, newest (instants) and latest.
 */
export function portraitOf(holdings: Holdings, notice: Notice, about: About, now: Instant): PortraitLine[] {
  const spoken = Map.groupBy(speaking(holdings, about, now), (record) => record.category);
  return notice.categories.flatMap((category): PortraitLine[] => {
    const text = about.portrait[category.id];
    const records = spoken.get(category.id) ?? [];
    if (text === undefined || records.length === 0) return [];
    const sum = newHeldSum(category);
    for (const record of records) sum.add(record, Date.parse(record.at));
    const { count, oldest, newest, values } = sum.result();
    if (oldest === null || newest === null) return [];
    return [{ category: category.id, source: category.source, text, values: { ...values, count, oldest, newest } }];
  });
}

function speaking({ records }: Holdings, about: About, now: Instant): HoldingRecord[] {
  const concluded: HoldingRecord[] = [];
  const forbidden: HoldingRecord[] = [];
  const others: HoldingRecord[] = [];
  for (const record of records) {
    const place = `${record.category}.${record.item}`;
    if (place === about.conclusions?.held) concluded.push(record);
    else if (place === about.conclusions?.forbidden) forbidden.push(record);
    else if (!record.keptFor && !hasExpired(record, now)) others.push(record);
  }
  const stand = standing(concluded, endOf, forbiddenTopics(forbidden), now).filter((one) => !isWrong(one));
  return [...others, ...stand];
}

/** One that does not say when it ends stands as long as it is held. */
const endOf = (one: HoldingRecord): Instant => lapseOf(one) ?? '9999-12-31T00:00:00.000Z';

/** Only what a customer answered expires; see `HoldingRecord`. */
const hasExpired = ({ data }: HoldingRecord, now: Instant): boolean =>
  typeof data['expires'] === 'string' && Date.parse(data['expires']) <= Date.parse(now);
