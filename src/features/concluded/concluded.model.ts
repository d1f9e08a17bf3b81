import type { Inference, Inferences } from '#contract/inferences.ts';
import type { Notice } from '#contract/notice.ts';
import type { ChoiceId, Id } from '#contract/primitives.ts';
import type { Voice } from '#i18n/voice.ts';
import type { Views } from '#intents/shown.ts';
import { isOptional } from '#rules/options.ts';
import {
  concludedStrings,
  confidenceStrings,
  countOf,
  lapsesOn,
  offSince,
  saidRight,
  saidWrong,
  seenFrom,
  seenOf,
  usedTimes,
} from './concluded.strings.ts';

/** One kind of record that a conclusion rests on. */
interface Seen {
  readonly category: Id;
  readonly item: Id;
  readonly text: string;
  /** The newest of them: two, for all of them are behind the link. */
  readonly sample: string;
}

/** One use that reads a conclusion. */
interface Used {
  readonly use: ChoiceId;
  readonly name: string;
  readonly times: string;
  /** It did at least once. */
  readonly did: boolean;
  /** How its switch stands, where it is off. */
  readonly off: string | null;
}

/** A conclusion in words, as a chain of three: seen, therefore concluded, therefore used. */
export interface Chain {
  readonly seen: readonly Seen[];
  /** From when to when it was seen; null = nothing is left of it. */
  readonly seenWhen: string | null;
  readonly confidence: string;
  readonly when: string;
  /** What the customer said of it; null = nothing. */
  readonly judged: string | null;
  /** Null = it is used for nothing, since the customer called it wrong. */
  readonly used: readonly Used[] | null;
}

/** What was concluded is told by how much there is and how old it is. */
export function summaryOf({ say, date }: Voice, { inferences }: Pick<Inferences, 'inferences'>): string {
  const [newest, oldest] = [inferences[0], inferences.at(-1)];
  if (!newest || !oldest) return say(concludedStrings.none);
  return say(countOf(inferences.length, date(newest.at), date(oldest.at)));
}

export function chainOf(voice: Voice, notice: Notice, views: Views, one: Inference): Chain {
  const { say, date, number } = voice;
  const itemOf = (category: Id, item: Id): string =>
    notice.categories.find(({ id }) => id === category)?.items.find(({ id }) => id === item)?.name ?? item;
  const oldest = one.seen.map((kind) => kind.oldest).toSorted()[0];
  const newest = one.seen
    .map((kind) => kind.newest)
    .toSorted()
    .at(-1);
  const { judged } = one;
  return {
    seen: one.seen.map(({ category, item, count, sample }) => ({
      category,
      item,
      text: say(seenOf(itemOf(category, item), number(count))),
      // A mark stays with what it follows.
      sample: sample.slice(0, 2).join('\u00a0· '),
    })),
    seenWhen: oldest !== undefined && newest !== undefined ? say(seenFrom(date(oldest), date(newest))) : null,
    confidence: say(confidenceStrings[one.confidence]),
    when: say(lapsesOn(date(one.at), date(one.lapses))),
    judged: judged && say((judged.verdict === 'right' ? saidRight : saidWrong)(date(judged.at))),
    used: judged?.verdict === 'wrong' ? null : one.usedFor.map((used) => usedOf(voice, notice, views, used)),
  };
}

function usedOf(
  { say, date }: Voice,
  { categories }: Notice,
  views: Views,
  { use: id, times, last }: Inference['usedFor'][number],
): Used {
  const use = categories.flatMap(({ uses }) => uses).find((one) => one.id === id);
  const view = views[id];
  const isOn = (use && !isOptional(use)) || (view?.inForce ?? 'off') !== 'off';
  const since = view?.stored?.effective === 'off' ? view.stored.since : null;
  return {
    use: id,
    name: use?.name ?? id,
    times: last === null ? say(concludedStrings.notYet) : say(usedTimes(times, date(last))),
    did: last !== null,
    off: isOn ? null : say(since === null ? concludedStrings.off : offSince(date(since))),
  };
}
