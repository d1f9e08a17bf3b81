import type { Category, Use } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import type { Instant } from '#contract/primitives.ts';
import type { Voice } from '#i18n/voice.ts';
import { afterOff, heldOf } from './hold.model.ts';
import { rowStrings } from './row.strings.ts';
import { inEffect, type Stored } from './stored.model.ts';

/** What became of the data of one use that is off; null while it is on, or where the backend does not tell. */
export function afterUseOff(
  voice: Voice,
  category: Category,
  use: Use,
  overview: CategoryOverview | undefined,
  stored: Stored,
  now: Instant,
): string | null {
  if (!overview || inEffect(use, stored)) return null;
  const held = heldOf(use.items, overview);
  const needed = category.uses.some(
    (other) => other !== use && inEffect(other, stored) && other.items.some((item) => use.items.includes(item)),
  );
  if (needed || use.whenOff.collection === 'continues') return held === 0 ? null : voice.say(rowStrings.heldNotUsed);
  if (held === 0 && !stored[use.id]?.since) return null;
  const text = afterOff(voice, [use], held, stored, now);
  return text === voice.say(rowStrings.heldNotUsedAtAll) ? voice.say(rowStrings.heldNotUsed) : text;
}
