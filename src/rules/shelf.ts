import type { Instant } from '#contract/primitives.ts';
import { noticeInForce } from './terms-of.ts';
import type { ChoiceTerms, NoticeTerms } from './terms.ts';

/** The published notices at one moment, in the order in which a choice is looked up. */
export interface Shelf {
  readonly now: number;
  readonly inForce: NoticeTerms | null;
  /** The one in force, older ones with the newest first, then those whose day has not come. */
  readonly order: readonly NoticeTerms[];
}

/** The terms of a choice and the notice they were found in. */
export interface Found {
  readonly terms: ChoiceTerms;
  readonly notice: NoticeTerms;
}

/** Puts the notices in order for a moment. */
export function shelve(notices: readonly NoticeTerms[], now: Instant): Shelf {
  const inForce = noticeInForce(notices, now);
  const at = inForce?.version ?? 0;
  const rank = (notice: NoticeTerms): number => (notice.version <= at ? -notice.version : notice.version);
  // Versions count from 1, so every rank of an older one is below that of one to come.
  return { now: Date.parse(now), inForce, order: notices.toSorted((a, b) => rank(a) - rank(b)) };
}

/** What one notice says of a choice; undefined where it does not know it. */
export function termsIn(notice: NoticeTerms, choice: string): ChoiceTerms | undefined {
  return Object.hasOwn(notice.choices, choice) ? notice.choices[choice] : undefined;
}

/**
 * The terms of a choice: from the notice in force, else from the newest that knows it, and, where an option is asked
 * for, has that option. A retired notice can still be withdrawn under (I1).
 */
export function findTerms(shelf: Shelf, choice: string, option?: string): Found | null {
  for (const notice of shelf.order) {
    const terms = termsIn(notice, choice);
    if (terms && (option === undefined || terms.options.includes(option))) return { terms, notice };
  }
  return null;
}

/** The most protective option of a choice. */
export function mostProtective(terms: ChoiceTerms): string {
  return terms.options[0] ?? 'off';
}
