import type { Notice } from '#contract/notice.ts';
import type { Preview } from '#contract/preview.ts';
import type { ChoiceId, Instant, Language } from '#contract/primitives.ts';
import type { Holdings } from './holdings.ts';
import { isOptional } from './options.ts';
import type { MakeExperience } from './shop.ts';

/** What a preview is made from. `effective`: is a use in effect today. */
interface PreviewAsked {
  readonly make: MakeExperience;
  readonly holdings: Holdings;
  readonly notice: Notice;
  /** A use ("purchases.recommendations") or a category ("purchases"). */
  readonly about: string;
  readonly effective: (use: ChoiceId) => boolean;
  readonly now: Instant;
  readonly language: Language;
}

/**
 * What a customer would meet with a use and without it, or with and without all optional uses of a category, and every
 * other choice as it is. What has no switch is always in effect. Null = the notice knows nothing of that name.
 */
export async function previewOf(asked: PreviewAsked): Promise<Preview | null> {
  const { make, holdings, notice, about, effective, now, language } = asked;
  const uses = notice.categories.flatMap((category) => category.uses);
  const meant = notice.categories.find(({ id }) => id === about)?.uses ?? uses.filter(({ id }) => id === about);
  if (meant.length === 0) return null;
  const locked = new Set(uses.filter((use) => !isOptional(use)).map(({ id }) => id));
  const asIs = (use: ChoiceId): boolean => locked.has(use) || effective(use);
  const moved = new Set(meant.filter(isOptional).map(({ id }) => id));
  const side = (on: boolean) =>
    make({ holdings, about, allowed: (use) => (moved.has(use) ? on : asIs(use)), now, language });
  const [shownWith, shownWithout] = await Promise.all([side(true), side(false)]);
  const states = new Set([...moved].map(asIs));
  return {
    asOf: now,
    about,
    with: shownWith.experience,
    without: shownWithout.experience,
    same: JSON.stringify(shownWith.experience) === JSON.stringify(shownWithout.experience),
    today: states.size > 1 ? null : states.has(false) ? 'without' : 'with',
    drewOn: [...shownWith.drewOn],
  };
}
