import type { Category, Use } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import type { Instant } from '#contract/primitives.ts';
import type { Voice } from '#i18n/voice.ts';
import { addToInstant } from '#rules/duration.ts';
import { deletedBy, noLongerCollected, rowStrings, stillHeld } from './row.strings.ts';
import { alwaysUses, inEffect, optionalUses, sinceAll, type Stored } from './stored.model.ts';

/** The first hand: what became of the data where it is off, and what is held. "Off" never hides the second. */
export interface Hold {
  readonly claim: string | null;
  readonly held: string | null;
}

/** What turning off has done, once it is confirmed. Only what the record, the notice and the count all bear out. */
export function afterOff(voice: Voice, uses: readonly Use[], count: number, stored: Stored, now: Instant): string {
  const { say, date } = voice;
  const since = sinceAll(uses, stored);
  if (uses.some((use) => use.whenOff.collection === 'continues')) return say(rowStrings.heldNotUsedAtAll);
  if (since === null) return say(rowStrings.heldNotUsedAtAll);
  if (uses.every((use) => use.whenOff.holding === 'deleted')) {
    if (count === 0) return say(rowStrings.deleted);
    const due = uses
      .map(({ id, whenOff }) => addAfter(stored[id]?.since ?? since, whenOff.until))
      .reduce((latest, day) => (day > latest ? day : latest));
    return say(due > now ? deletedBy(date(due)) : rowStrings.heldNotUsedAtAll);
  }
  return say(noLongerCollected(date(since)));
}

const addAfter = (instant: Instant, duration: string | null): Instant =>
  duration === null ? instant : addToInstant(instant, duration);

/** What is held of one category, in the notice's own words. Null where the backend does not tell. */
function heldText(voice: Voice, category: Category, overview: CategoryOverview | undefined): string | null {
  if (!overview) return null;
  const { count, oldest, newest, values, sample } = overview.held;
  if (count === 0) return category.heldNone;
  return voice.compose(category.held, { ...values, count, oldest, newest, latest: sample[0]?.label ?? '' });
}

/** The first hand of a category's row. */
export function holdOf(
  voice: Voice,
  category: Category,
  overview: CategoryOverview | undefined,
  stored: Stored,
  now: Instant,
): Hold {
  const held = heldText(voice, category, overview) ?? category.what;
  const optional = optionalUses(category);
  if (optional.length === 0 || optional.some((use) => inEffect(use, stored))) return { claim: null, held };
  if (!overview) return { claim: null, held };
  const { count } = overview.held;
  // Nothing held and never turned off: there is nothing to say of what became of it.
  if (count === 0 && sinceAll(optional, stored) === null) return { claim: null, held };
  if (alwaysUses(category).length > 0)
    return { claim: count === 0 ? null : voice.say(rowStrings.heldForAlwaysOn), held };
  const claim = afterOff(voice, optional, count, stored, now);
  return { claim, held: count === 0 ? null : voice.say(stillHeld(held)) };
}
