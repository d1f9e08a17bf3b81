import type { Notice } from '#contract/notice.ts';
import type { Day } from '#contract/primitives.ts';
import type { ActivityAsked } from '#data/use-activity.ts';
import type { Voice } from '#i18n/voice.ts';
import { activityStrings, timesInAll, timesOf, timesUsed, upTo } from './activity.strings.ts';

/** What an address asks to see. What the notice does not know, or what is no day, is passed by. */
export function askedIn(search: string, { categories }: Notice): ActivityAsked {
  const params = new URLSearchParams(search);
  const category = categories.find(({ id }) => id === params.get('category'));
  const uses = category ? category.uses : categories.flatMap((one) => one.uses);
  const use = uses.find(({ id }) => id === params.get('use'));
  const until = params.get('until');
  return {
    ...(category && { category: category.id }),
    ...(use && { use: use.id }),
    ...(until !== null && isDay(until) && { until }),
  };
}

/** The same for an address. */
export const addressOf = ({ category, use, until }: ActivityAsked): Record<string, string> => ({
  ...(category !== undefined && { category }),
  ...(use !== undefined && { use }),
  ...(until !== undefined && { until }),
});

/** Another kind of data leaves the use that is none of its own. */
export const withCategory = ({ use, until }: ActivityAsked, category: string): ActivityAsked => ({
  ...(category !== '' && { category }),
  ...(use !== undefined && (category === '' || use.startsWith(`${category}.`)) && { use }),
  ...(until !== undefined && { until }),
});

export const withUse = ({ category, until }: ActivityAsked, use: string): ActivityAsked => ({
  ...(category !== undefined && { category }),
  ...(use !== '' && { use }),
  ...(until !== undefined && { until }),
});

export const withUntil = ({ category, use }: ActivityAsked, until: Day | null): ActivityAsked => ({
  ...(category !== undefined && { category }),
  ...(use !== undefined && { use }),
  ...(until !== null && { until }),
});

/** How many events there are of what was asked for, in a sentence. */
export function countSentence({ say, date }: Voice, notice: Notice, asked: ActivityAsked, count: number): string {
  const { category, use, until } = asked;
  const names = notice.categories.flatMap((one) => [
    ...(one.id === category ? [one.name] : []),
    ...one.uses.filter(({ id }) => id === use).map(({ name }) => name),
  ]);
  const of = [...names, ...(until === undefined ? [] : [say(upTo(date(until)))])];
  if (count === 0) {
    const text = say(of.length === 0 ? activityStrings.none : activityStrings.noneFits);
    return of.length === 0 ? text : `${text} (${of.join(', ')})`;
  }
  const times = say(timesUsed(count));
  return say(of.length === 0 ? timesInAll(times) : timesOf(times, of.join(', ')));
}

const isDay = (text: string): text is Day => {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
};
