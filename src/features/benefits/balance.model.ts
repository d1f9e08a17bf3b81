import type { Ledger } from '#contract/benefits.ts';
import type { Category, Notice } from '#contract/notice.ts';
import type { Overview } from '#contract/overview.ts';
import type { Voice } from '#i18n/voice.ts';
import { isOptional } from '#rules/options.ts';
import { benefitsStrings, forgottenOn, recordsHeld } from './benefits.strings.ts';
import { gotFrom, type Stored } from './uses.model.ts';

/** One kind of data: what the customer gave of it, and what came back. */
export interface Weighed {
  readonly category: string;
  readonly name: string;
  /** How many records are held. */
  readonly count: number;
  readonly gave: string;
  /** That it was forgotten; null = it was not. */
  readonly forgotten: string | null;
  /** `<b>` marks what was counted. */
  readonly got: readonly string[];
  /** What is got that nobody counts; null where something is counted. */
  readonly note: string | null;
}

/** Every kind of data on the balance, in the order of the notice. */
export function balanceOf(
  voice: Voice,
  notice: Notice,
  { benefits, year }: Ledger,
  overview: Overview,
  stored: Stored,
): readonly Weighed[] {
  const { say, date } = voice;
  return notice.categories.map((category): Weighed => {
    const told = overview.categories.find((one) => one.category === category.id);
    const count = told?.held.count ?? 0;
    const got = gotFrom(voice, category, benefits, year);
    return {
      category: category.id,
      name: category.name,
      count,
      gave: say(count === 0 ? benefitsStrings.holdNothing : recordsHeld(count)),
      forgotten: told?.forgotten ? say(forgottenOn(date(told.forgotten.at))) : null,
      got,
      note: got.length > 0 ? null : uncounted(voice, category, count, stored),
    };
  });
}

/** Where nothing was counted: what the customer has of it all the same, in the brand's words. */
function uncounted({ say }: Voice, { uses, heldNone }: Category, count: number, stored: Stored): string {
  if (count === 0) return heldNone;
  const on = uses.filter((use) => !isOptional(use) || (stored[use.id]?.effective ?? 'off') !== 'off');
  const [first] = on.toSorted((a, b) => Number(isOptional(b)) - Number(isOptional(a)));
  if (!first) return say(benefitsStrings.allOff);
  return `${say(first.got ? benefitsStrings.nothingYet : benefitsStrings.notCounted)}${first.got ? '.' : ''} ${first.benefit}`;
}
