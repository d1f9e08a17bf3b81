import type { Notice } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import type { Preview } from '#contract/preview.ts';
import type { Voice } from '#i18n/voice.ts';
import { bothWaysStrings, forgottenOn, recordsIn } from './both-ways.strings.ts';
import type { Target } from './target.model.ts';

/** Records that one use drew on. */
export interface Drawn {
  readonly use: string;
  /** The category that they are in. */
  readonly category: string;
  readonly text: string;
  /** By which use, where it is not the one that is looked at; null = it is. */
  readonly by: string | null;
}

/** What the side "on" was computed from: first what is looked at, then what else is on. */
export function drawnOf({ say }: Voice, notice: Notice, preview: Preview, target: Target): readonly Drawn[] {
  const meant = new Set(target.uses.map(({ id }) => id));
  const drawn = preview.drewOn.flatMap(({ use: id, records }): Drawn[] => {
    const category = notice.categories.find(({ uses }) => uses.some((use) => use.id === id));
    const use = category?.uses.find((one) => one.id === id);
    if (!category || !use) return [];
    const by = meant.has(id) && target.use ? null : use.name;
    return [{ use: id, category: category.id, text: say(recordsIn(records, category.name)), by }];
  });
  return drawn.toSorted((a, b) => Number(meant.has(b.use)) - Number(meant.has(a.use)));
}

/** Why the customer would see no change. `overview`: what is held of this kind; null = nobody can tell. */
export function whySame(
  { say, date }: Voice,
  preview: Preview,
  target: Target,
  overview: Pick<CategoryOverview, 'held' | 'forgotten'> | null,
): string {
  const { category, uses } = target;
  const [only, ...others] = uses;
  if (!only) return say(bothWaysStrings.sameLocked);
  const { held, forgotten } = overview ?? {};
  // What law or contract keep of it is still held, and serves no use that could be chosen.
  if (forgotten && held && forgotten.kept > 0 && held.count <= forgotten.kept)
    return say(forgottenOn(date(forgotten.at)));
  if (held?.count === 0) return `${say(bothWaysStrings.sameNothingHeld)} ${category.heldNone}`;
  const drew = preview.drewOn.some((one) => uses.some(({ id }) => id === one.use));
  if (drew) return say(bothWaysStrings.sameResult);
  return others.length > 0
    ? say(bothWaysStrings.sameElsewhereAll)
    : `${say(bothWaysStrings.sameElsewhere)} ${only.why}`;
}
