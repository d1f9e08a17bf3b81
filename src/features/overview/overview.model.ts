import type { Choices } from '#contract/choices.ts';
import type { Category, Notice, Source, Use } from '#contract/notice.ts';
import type { Overview } from '#contract/overview.ts';
import type { Instant } from '#contract/primitives.ts';
import { sources } from '#contract/sources.ts';
import { wholeMinutes } from '#i18n/formats.ts';
import type { Voice } from '#i18n/voice.ts';
import {
  addedRecords,
  allowsUses,
  holdsKinds,
  overviewStrings,
  sinceLastHere,
  usedTimes,
  worthCounts,
  worthMoney,
  worthThisYear,
} from './overview.strings.ts';
import { inEffect, optionalUses, type Stored } from './stored.model.ts';

export interface Group {
  readonly source: Source;
  readonly title: string;
  readonly text: string;
  readonly categories: readonly Category[];
}

/** The categories by where the data came from, in the order given, observed, concluded, bought. */
export const groupsOf = (notice: Notice): readonly Group[] =>
  sources.flatMap((source) => {
    const categories = notice.categories.filter((category) => category.source === source);
    const heading = notice.sources[source];
    return categories.length === 0 ? [] : [{ source, ...heading, categories }];
  });

/** What came back this year: money by currency first, then what is only counted. `<b>` marks the numbers. */
function worthOf(voice: Voice, overview: Overview): string {
  const got = overview.categories.flatMap((category) => category.got).filter(({ amount }) => amount > 0);
  const money = new Map<string, number>();
  for (const { currency, amount } of got) if (currency) money.set(currency, (money.get(currency) ?? 0) + amount);
  const counts = (['return_avoided', 'pick_ordered', 'time_saved'] as const).flatMap((counting) => {
    const sum = got.filter((one) => one.counting === counting).reduce((total, { amount }) => total + amount, 0);
    const count = counting === 'time_saved' ? wholeMinutes(sum) : sum;
    return count === 0 ? [] : [voice.say(worthCounts[counting](count))];
  });
  const parts = [...[...money].map(([currency, sum]) => voice.say(worthMoney(voice.money(sum, currency)))), ...counts];
  return voice.say(parts.length === 0 ? overviewStrings.nothingCounted : worthThisYear(voice.list(parts)));
}

/** The sentence under the heading. It counts what is stored, never what is still being saved. */
export function summaryOf(voice: Voice, notice: Notice, overview: Overview | null, stored: Stored): string {
  const uses = notice.categories.flatMap(optionalUses);
  const allowed = voice.say(allowsUses(uses.filter((use) => inEffect(use, stored)).length, uses.length));
  if (!overview) return allowed;
  const held = overview.categories.filter((category) => category.held.count > 0).length;
  const holds = voice.say(held === 0 ? overviewStrings.holdsNothing : holdsKinds(held));
  return [holds, allowed, ...(held === 0 ? [] : [worthOf(voice, overview)])].join(' ');
}

/** What was done with the data since the customer was last here; null where nobody remembers. `<b>` as above. */
export function lastHereOf(voice: Voice, { lastHere }: Overview): string | null {
  if (!lastHere) return null;
  const { at, times, uses, records } = lastHere;
  const done = [
    ...(times > 0 ? [voice.say(usedTimes(times, uses.length))] : []),
    ...(records > 0 ? [voice.say(addedRecords(records))] : []),
  ];
  const what = done.length > 0 ? voice.list(done) : voice.say(overviewStrings.nothingDone);
  return voice.say(sinceLastHere(voice.date(at), what));
}

/** A use that the browser's signal is about, where the page can lead to it. */
export interface SignalUse {
  readonly id: string;
  readonly category: string;
  readonly name: string;
}

/** What the browser's signal did here; null while the browser sends none. */
export function signalOf(
  notice: Notice,
  choices: Pick<Choices, 'signal'>,
  stored: Stored,
): { readonly off: readonly SignalUse[]; readonly allowed: readonly SignalUse[] } | null {
  if (!choices.signal.gpc) return null;
  const touched = notice.categories.flatMap((category) =>
    category.uses
      .filter((use) => use.signals.length > 0)
      .map((use) => ({ id: use.id, category: category.id, name: use.name, state: stored[use.id] })),
  );
  const named = ({ id, category, name }: SignalUse): SignalUse => ({ id, category, name });
  return {
    off: touched.filter(({ state }) => state?.why === 'signal' || state?.why === 'gpc').map(named),
    allowed: touched.filter(({ state }) => state && state.effective !== 'off').map(named),
  };
}

/**
 * The uses that a changed notice keeps off until there is a new yes, since when, and the oldest notice that a yes was
 * given to; null where there are none.
 */
export function suspendedOf(
  notice: Notice,
  stored: Stored,
): { readonly uses: readonly Use[]; readonly since: Instant; readonly agreedTo: number } | null {
  const uses = notice.categories
    .flatMap(optionalUses)
    .filter(({ id }) => stored[id]?.why === 'notice_changed' && stored[id].effective === 'off');
  const since = uses
    .flatMap(({ id }) => stored[id]?.since ?? [])
    .toSorted()
    .at(-1);
  const agreedTo = Math.min(...uses.map(({ id }) => stored[id]?.decided?.notice ?? notice.version));
  return since === undefined ? null : { uses, since, agreedTo };
}

/** The uses that are off because they were turned off in a browser before the customer signed in there. */
export const linkedIn = (notice: Notice, stored: Stored): readonly Use[] =>
  notice.categories.flatMap(optionalUses).filter(({ id }) => stored[id]?.why === 'device');

/** The document's title: the card that the address opens, else the page; then who it is about. */
export function titleOf(page: string, notice: Notice, wanted: string | undefined): string {
  const name = notice.categories.find(({ id }) => id === wanted)?.name;
  return `${name ?? page} · ${notice.controller.name}`;
}
