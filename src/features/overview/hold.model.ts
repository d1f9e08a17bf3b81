import type { Category, Use } from '#contract/notice.ts';
import type { Forgotten } from '#contract/holdings.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import type { Instant } from '#contract/primitives.ts';
import type { Voice } from '#i18n/voice.ts';
import { addToInstant } from '#rules/duration.ts';
import {
  deletedBy,
  forgottenOn,
  keptOnlyFor,
  noLongerCollected,
  restDeletedBy,
  rowStrings,
  stillHeld,
} from './row.strings.ts';
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
    const due = deletionDue(uses, stored, now);
    return say(due === null ? rowStrings.heldNotUsedAtAll : deletedBy(date(due)));
  }
  return say(noLongerCollected(date(since)));
}

/** By when all that these uses held is to be deleted. Null where some of it is kept, or where that day has passed. */
function deletionDue(uses: readonly Use[], stored: Stored, now: Instant): Instant | null {
  const due = uses.map(({ id, whenOff: { collection, holding, until } }) => {
    const since = stored[id]?.since;
    return since && until !== null && collection === 'stops' && holding === 'deleted' ? addToInstant(since, until) : '';
  });
  const latest = due.includes('') ? '' : (due.toSorted().at(-1) ?? '');
  return latest > now ? latest : null;
}

/** How many records of these items are held. */
export const heldOf = (items: readonly string[], overview: CategoryOverview): number =>
  items.reduce((sum, item) => sum + Number(overview.held.values[`${item}_count`] ?? 0), 0);

/** What is off beside what is always on: what an always-on use needs is held for it, and the rest is told by itself. */
function besideAlwaysOn(
  voice: Voice,
  category: Category,
  overview: CategoryOverview,
  stored: Stored,
  now: Instant,
): string {
  const { say, date } = voice;
  const needed = new Set(alwaysUses(category).flatMap((use) => use.items));
  const isRest = (item: string): boolean => !needed.has(item);
  const uses = optionalUses(category).filter((use) => use.items.some(isRest));
  const rest = heldOf([...new Set(uses.flatMap((use) => use.items.filter(isRest)))], overview);
  if (rest === 0) return say(rowStrings.heldForAlwaysOn);
  if (rest === overview.held.count) return afterOff(voice, uses, rest, stored, now);
  const due = deletionDue(uses, stored, now);
  return say(due === null ? rowStrings.heldRest : restDeletedBy(date(due)));
}

/** What is held of one category, in the notice's own words. Null where the backend does not tell. */
function heldText(voice: Voice, category: Category, overview: CategoryOverview | undefined): string | null {
  if (!overview) return null;
  const { count, oldest, newest, values, sample } = overview.held;
  if (count === 0) return category.heldNone;
  return voice.compose(category.held, { ...values, count, oldest, newest, latest: sample[0]?.label ?? '' });
}

/** That all of a category was forgotten: since when, until when backups may have it, and what had to stay. */
export function forgottenText(
  voice: Voice,
  { uses }: Category,
  { at, backupsUntil, kept, keptFor }: Forgotten,
): string {
  const names = uses.filter(({ id }) => keptFor.includes(id)).map(({ name }) => name);
  return [
    forgottenOn(voice.date(at), voice.date(backupsUntil)),
    ...(kept > 0 ? [keptOnlyFor(kept, names.join(' · '))] : []),
  ]
    .map(voice.say)
    .join(' ');
}

/** The first hand of a category's row. */
export function holdOf(
  voice: Voice,
  category: Category,
  overview: CategoryOverview | undefined,
  stored: Stored,
  now: Instant,
): Hold {
  const { claim, held } = standingOf(voice, category, overview, stored, now);
  if (!overview?.forgotten) return { claim, held };
  const forgotten = forgottenText(voice, category, overview.forgotten);
  // What was forgotten is not said to be deleted once more.
  if (overview.held.count === 0) return { claim: forgotten, held: null };
  return claim === null
    ? { claim: forgotten, held: held && voice.say(stillHeld(held)) }
    : { claim: `${forgotten} ${claim}`, held };
}

function standingOf(
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
    return { claim: count === 0 ? null : besideAlwaysOn(voice, category, overview, stored, now), held };
  const claim = afterOff(voice, optional, count, stored, now);
  return { claim, held: count === 0 ? null : voice.say(stillHeld(held)) };
}
