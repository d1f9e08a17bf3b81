import type { PortraitLine } from '#contract/inferences.ts';
import type { Notice } from '#contract/notice.ts';
import type { Id } from '#contract/primitives.ts';
import { sources } from '#contract/sources.ts';
import type { Voice } from '#i18n/voice.ts';
import { portraitSources } from './portrait.strings.ts';

/** The sentences that come from one source. */
export interface PortraitGroup {
  readonly source: (typeof sources)[number];
  readonly title: string;
  readonly lines: readonly { readonly category: Id; readonly name: string; readonly text: string }[];
}

/** The combined picture by source, in the order of the page. */
export function portraitGroups(
  { say, compose }: Voice,
  notice: Notice,
  portrait: readonly PortraitLine[],
  currency: string,
): readonly PortraitGroup[] {
  const nameOf = (category: Id): string => notice.categories.find(({ id }) => id === category)?.name ?? category;
  return sources
    .map((source) => ({
      source,
      title: say(portraitSources[source]),
      lines: portrait
        .filter((line) => line.source === source)
        .map(({ category, text, values }) => ({
          category,
          name: nameOf(category),
          text: compose(text, values, currency),
        })),
    }))
    .filter(({ lines }) => lines.length > 0);
}
