import type { CategoryHoldings, HoldingsList } from '#contract/holdings.ts';
import type { Category, Notice } from '#contract/notice.ts';
import { sources } from '#contract/sources.ts';
import type { Voice } from '#i18n/voice.ts';
import {
  cameFrom,
  forgottenOn,
  heldFrom,
  heldStrings,
  holdsRecords,
  itemCount,
  keptOnlyFor,
  kindsOfData,
  recordCount,
} from './held.strings.ts';

/** One kind of data with all that is held of it. */
export interface HeldKind {
  readonly category: Category;
  readonly held: CategoryHoldings;
  /** How many, and from which days; what is true where there is none. */
  readonly text: string;
  /** What there is of each item; empty where there is only one item, or nothing. */
  readonly items: readonly string[];
  /** Who it came from by name; null = as its group says. */
  readonly from: string | null;
  /** That all of it was forgotten, and what had to stay; null = never. */
  readonly forgotten: string | null;
}

export interface HeldGroup {
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly kinds: readonly HeldKind[];
}

/** A number of records in words: "1,204 records". */
export const recordsIn = ({ say, number }: Voice, count: number): string => say(recordCount(number(count), count));

/** All that is held, by who it came from, in the order given, observed, concluded, bought. */
export function heldGroups(voice: Voice, notice: Notice, { categories }: HoldingsList): readonly HeldGroup[] {
  return sources.flatMap((source) => {
    const kinds = notice.categories.flatMap((category) => {
      const held = categories.find((one) => one.category === category.id);
      return category.source === source && held ? [kindOf(voice, category, held)] : [];
    });
    return kinds.length === 0 ? [] : [{ source, ...notice.sources[source], kinds }];
  });
}

/** What is held of one category, in words. */
export function kindOf(voice: Voice, category: Category, held: CategoryHoldings): HeldKind {
  const { say, date, list, number } = voice;
  const there = held.items.filter(({ count }) => count > 0);
  const nameOf = (id: string): string => category.items.find((item) => item.id === id)?.name ?? id;
  return {
    category,
    held,
    text:
      held.oldest === null || held.newest === null
        ? category.heldNone
        : say(heldFrom(recordsIn(voice, held.count), date(held.oldest), date(held.newest))),
    items:
      category.items.length === 1 ? [] : there.map(({ item, count }) => say(itemCount(nameOf(item), number(count)))),
    from: held.from.length === 0 ? null : say(cameFrom(list(held.from.map(({ name }) => name)))),
    forgotten: forgottenText(voice, category, held),
  };
}

/** Is there more than what was forgotten before, and had to stay? */
export const canForget = ({ count, forgotten }: CategoryHoldings): boolean => count > 0 && count !== forgotten?.kept;

function forgottenText(voice: Voice, { uses }: Category, { forgotten }: CategoryHoldings): string | null {
  if (!forgotten) return null;
  const { at, backupsUntil, kept, keptFor } = forgotten;
  const { say, date } = voice;
  const names = uses.filter(({ id }) => keptFor.includes(id)).map(({ name }) => name);
  const gone = say(forgottenOn(date(at), date(backupsUntil)));
  return kept === 0 ? gone : `${gone} ${say(keptOnlyFor(recordsIn(voice, kept), names.join(' · ')))}`;
}

/** The sentence under the heading. `<b>` marks the numbers. */
export function heldSummary(voice: Voice, { categories }: HoldingsList): string {
  const { say, date, number } = voice;
  const count = categories.reduce((sum, one) => sum + one.count, 0);
  const oldest = categories.flatMap((one) => one.oldest ?? []).toSorted()[0];
  if (oldest === undefined) return say(heldStrings.nothing);
  const kinds = categories.filter((one) => one.count > 0).length;
  return say(holdsRecords(number(count), count, say(kindsOfData(kinds)), date(oldest)));
}
