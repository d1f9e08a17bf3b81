import type { ActivityEvent, ActivityPage } from '#contract/activity.ts';
import type { Notice, Use } from '#contract/notice.ts';
import type { ChoiceId, Instant } from '#contract/primitives.ts';
import type { Voice } from '#i18n/voice.ts';
import type { Views } from '#intents/shown.ts';
import { isOptional } from '#rules/options.ts';
import { activityStrings, offSince } from './activity.strings.ts';

/** Each event once, with what it says: pages overlap where events came in between. */
export interface KnownEvents {
  readonly events: readonly ActivityEvent[];
  readonly said: ActivityPage['said'];
}

export function knownIn(pages: readonly ActivityPage[]): KnownEvents {
  const events = new Map(pages.flatMap((page) => page.events.map((event) => [event.id, event] as const)));
  return { events: [...events.values()], said: Object.assign({}, ...pages.map((page) => page.said)) };
}

/** What an event says: the brand's sentence for its use with the event's own facts. Null = it has no words of its own. */
export function sentenceOf(
  { say, compose }: Voice,
  { use, values }: ActivityEvent,
  said: ActivityPage['said'],
  currency: string,
): string | null {
  if (values === null) return say(activityStrings.forgotten);
  const message = said[use];
  if (message === undefined) return null;
  // Words with places for facts say nothing true without them.
  if (typeof message !== 'string' && Object.keys(values).length === 0) return null;
  return compose(message, values, currency);
}

/** A use as an event names it: the way to its switch, and how that stands now. */
export interface NamedUse {
  readonly name: string;
  readonly state: string;
}

/** All uses of the notice, by id. */
export function usesNow(
  { say, date }: Voice,
  { categories }: Notice,
  views: Views,
): Readonly<Record<ChoiceId, NamedUse>> {
  const stateOf = (use: Use): string => {
    if (!isOptional(use)) return say(activityStrings.always);
    const view = views[use.id];
    if ((view?.inForce ?? 'off') !== 'off') return say(activityStrings.on);
    const stored = view?.stored;
    // What was pressed and is not stored yet has no day yet.
    const since = stored?.effective === 'off' ? stored.since : null;
    return since === null ? say(activityStrings.off) : say(offSince(date(since)));
  };
  return Object.fromEntries(
    categories.flatMap(({ uses }) => uses.map((use) => [use.id, { name: use.name, state: stateOf(use) }])),
  );
}

/** The first event from before the last visit, where newer ones stand above it; null = there is nothing to tell apart. */
export function firstSeenBefore(events: readonly ActivityEvent[], lastHere: Instant | null): string | null {
  if (lastHere === null) return null;
  const at = events.findIndex((event) => Date.parse(event.at) <= Date.parse(lastHere));
  return at > 0 ? (events[at]?.id ?? null) : null;
}
