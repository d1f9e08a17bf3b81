import type { About } from '#contract/about.ts';
import type { Inference, Inferences, Judgement, SeenEvidence } from '#contract/inferences.ts';
import type { Category, Item, Notice } from '#contract/notice.ts';
import type { Instant } from '#contract/primitives.ts';
import { byNewest, forbiddenTopics, isWrong, lapseOf, standing, topicOf } from './conclusions.ts';
import { addToInstant } from './duration.ts';
import { evidenceIn } from './evidence.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';
import { portraitOf } from './portrait.ts';

/** How many of the newest records of one kind are shown by name. */
const SAMPLE = 3;

const SURENESS = ['guess', 'fairly_sure', 'sure'] as const;

/** What became of what is held when a customer judged a conclusion. */
interface JudgedHoldings {
  readonly put: readonly HoldingRecord[];
  readonly remove: readonly string[];
}

/**
 * What was concluded about a customer: what was seen, what follows from it, and what it is used for. Of several
 * conclusions on one topic the newest stands. What has lapsed or was forbidden is absent; what the customer called
 * wrong is there, and used for nothing.
 */
export function inferencesOf(holdings: Holdings, notice: Notice, about: About, now: Instant): Inferences {
  const { held, forbidden } = recordsOf(holdings, about);
  const place = about.conclusions ? placeIn(notice, about.conclusions.held) : null;
  const evidence = evidenceIn(holdings);
  return {
    asOf: now,
    inferences: place
      ? standing(held, (one) => endOf(one, place.category), forbiddenTopics(forbidden), now).map((one) =>
          inferenceOf(one, place, evidence(one), holdings, now),
        )
      : [],
    forbidden: forbidden.toSorted(byNewest).map(({ id, label, at }) => ({ id, label, at })),
    portrait: portraitOf(holdings, notice, about, now),
  };
}

/**
 * What a customer's word on a conclusion does to what is held; it goes for every conclusion on the same topic. Null =
 * there is no such conclusion, or, for `allow`, nothing forbidden by that id.
 */
export function judged(
  holdings: Holdings,
  notice: Notice,
  about: About,
  id: string,
  judgement: Judgement,
  now: Instant,
): JudgedHoldings | null {
  const { held, forbidden } = recordsOf(holdings, about);
  if (judgement === 'allow') return forbidden.some((one) => one.id === id) ? { put: [], remove: [id] } : null;
  const stands = inferencesOf(holdings, notice, about, now).inferences.some((one) => one.id === id);
  const one = stands ? held.find((other) => other.id === id) : undefined;
  if (!one || !about.conclusions) return null;
  const onTopic = held.filter((other) => !other.keptFor && topicOf(other) === topicOf(one));
  if (judgement === 'right' || judgement === 'wrong') {
    const said = { verdict: judgement, judgedAt: now };
    return { put: onTopic.map((other) => ({ ...other, data: { ...other.data, ...said } })), remove: [] };
  }
  const remove = onTopic.map((other) => other.id);
  return { put: judgement === 'never' ? [prohibition(one, about.conclusions.forbidden, holdings, now)] : [], remove };
}

/** Holds what may never be concluded again, under an id that nothing has. */
function prohibition(one: HoldingRecord, place: string, { records }: Holdings, now: Instant): HoldingRecord {
  const [category = '', item = ''] = place.split('.');
  const taken = new Set(records.map(({ id }) => id));
  let number = 1;
  while (taken.has(`never.${number}`)) number += 1;
  const data = { topic: one.data['topic'] ?? null, forbidden: true };
  return { id: `never.${number}`, category, item, at: now, label: one.label, data };
}

interface Place {
  readonly category: Category;
  readonly item: Item;
}

function placeIn(notice: Notice, place: string): Place | null {
  const category = notice.categories.find((one) => place.startsWith(`${one.id}.`));
  const item = category?.items.find((one) => place === `${category.id}.${one.id}`);
  return category && item ? { category, item } : null;
}

function recordsOf({ records }: Holdings, { conclusions }: About): Record<'held' | 'forbidden', HoldingRecord[]> {
  const at = (place: string | undefined) => records.filter(({ category, item }) => `${category}.${item}` === place);
  return { held: at(conclusions?.held), forbidden: at(conclusions?.forbidden) };
}

/** Where a record does not say when it ends, it ends with the time its kind is kept. */
const endOf = (one: HoldingRecord, category: Category): Instant =>
  lapseOf(one) ?? addToInstant(one.at, category.retention.period);

function inferenceOf(
  one: HoldingRecord,
  { category, item }: Place,
  evidence: readonly HoldingRecord[],
  holdings: Holdings,
  now: Instant,
): Inference {
  const { confidence, verdict, judgedAt } = one.data;
  const judgement = verdict === 'right' || verdict === 'wrong' ? verdict : null;
  return {
    id: one.id,
    category: one.category,
    item: one.item,
    label: one.label,
    at: one.at,
    lapses: endOf(one, category),
    confidence: judgement === 'right' ? 'told' : (SURENESS.find((sure) => sure === confidence) ?? 'guess'),
    seen: seenIn(evidence),
    usedFor: isWrong(one) ? [] : item.uses.map((use) => timesUsed(use, one.at, holdings, now)),
    judged: judgement && { verdict: judgement, at: typeof judgedAt === 'string' ? judgedAt : one.at },
  };
}

/** The evidence by kind, the kind with the newest first. */
function seenIn(evidence: readonly HoldingRecord[]): SeenEvidence[] {
  const kinds = Map.groupBy(evidence.toSorted(byNewest), ({ category, item }) => `${category}.${item}`);
  return [...kinds.values()].flatMap((records) => {
    const newest = records[0];
    const oldest = records.at(-1);
    if (!newest || !oldest) return [];
    const { category, item } = newest;
    const sample = records.slice(0, SAMPLE).map(({ label }) => label);
    return [{ category, item, count: records.length, oldest: oldest.at, newest: newest.at, sample }];
  });
}

/** How often a use ran since a conclusion was there for it. */
function timesUsed(use: string, since: Instant, { events }: Holdings, now: Instant): Inference['usedFor'][number] {
  const [from, until] = [Date.parse(since), Date.parse(now)];
  let times = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (event.use !== use) continue;
    const at = Date.parse(event.at);
    if (at < from || at > until) continue;
    times += 1;
    last = Math.max(last, at);
  }
  return { use, times, last: times > 0 ? new Date(last).toISOString() : null };
}
