import type { Benefit } from '#contract/benefits.ts';
import type { ChoiceState } from '#contract/choices.ts';
import type { Category, Notice, Use } from '#contract/notice.ts';
import { saidInAll } from '#i18n/said-in-all.ts';
import type { Voice } from '#i18n/voice.ts';
import { isOptional } from '#rules/options.ts';
import { benefitsStrings, offSince } from './benefits.strings.ts';

/** A use that counts something: what it gave in a year, how that was counted, and whether anything is added now. */
export interface Giver {
  readonly use: string;
  readonly name: string;
  /** By the brand's own words; `<b>` marks what was counted. Nothing yet stands as nothing yet. */
  readonly gave: string;
  readonly how: string;
  /** It is off: since when, and what that means. */
  readonly off: string | null;
  readonly optional: boolean;
}

/** What is stored, by choice. */
export type Stored = Readonly<Record<string, ChoiceState | undefined>>;

/** What a use gave in a year, in the brand's own words; null where nothing was counted. */
const gaveOf = (voice: Voice, { id, got: rule }: Use, benefits: readonly Benefit[], year: number): string | null =>
  rule &&
  saidInAll(
    voice,
    rule,
    benefits.filter(({ use }) => use === id),
    year,
  );

/** Every use that counts something, those first that gave something. `underWay`: more may come in this year. */
export function giversOf(
  voice: Voice,
  notice: Notice,
  benefits: readonly Benefit[],
  year: number,
  stored: Stored,
  underWay: boolean,
): readonly Giver[] {
  const { say, date } = voice;
  const givers = notice.categories.flatMap(({ uses }) =>
    uses.flatMap((use): (Giver & { readonly nothing: boolean })[] => {
      const { id, name, got } = use;
      if (!got) return [];
      const gave = gaveOf(voice, use, benefits, year);
      const state = stored[id];
      const isOff = isOptional(use) && (state?.effective ?? 'off') === 'off';
      const off = isOff ? say(state?.since ? offSince(date(state.since)) : benefitsStrings.off) : null;
      const none = say(underWay ? benefitsStrings.nothingYet : benefitsStrings.nothing);
      return [
        { use: id, name, gave: gave ?? none, how: got.how, off, optional: isOptional(use), nothing: gave === null },
      ];
    }),
  );
  return givers.toSorted((a, b) => Number(a.nothing) - Number(b.nothing));
}

/** What came back from one kind of data, in the brand's own words, in the order of its uses. */
export const gotFrom = (voice: Voice, { uses }: Category, benefits: readonly Benefit[], year: number): string[] =>
  uses.flatMap((use) => gaveOf(voice, use, benefits, year) ?? []);
