import type { Decided } from '#contract/choices.ts';
import type { Basis } from '#contract/notice.ts';
import type { Instant } from '#contract/primitives.ts';
import { compareDurations } from './duration.ts';
import { termsIn, type Shelf } from './shelf.ts';
import type { NoticeTerms, Scope } from './terms.ts';

/** One way in which a use reaches further than before, with the id of what it gained where there is one. */
export interface Widening {
  readonly kind:
    | 'purpose'
    | 'basis'
    | 'item'
    | 'recipient'
    | 'for_itself'
    | 'country'
    | 'retention'
    | 'automated'
    | 'marked';
  readonly id: string | null;
}

/** How much a basis leaves to the customer: the higher, the stronger their say. */
const SAY: Readonly<Record<Basis, number>> = {
  explicit_consent: 4,
  consent: 3,
  legitimate_interest: 2,
  opt_out: 1,
  contract: 0,
  legal_obligation: 0,
  vital_interests: 0,
  public_task: 0,
};

/**
 * How a use reaches further than it did: another purpose, a weaker basis, a further item, recipient or country, a
 * recipient that now gets it for itself, a retention that can be longer, a decision made without a person (GDPR Art.
 * 13(3), EDPB 05/2020 par. 110). Compared by id, so that a change of wording is none. Empty = nothing widened.
 */
export function widened(before: Scope, after: Scope): readonly Widening[] {
  const found: Widening[] = [];
  if (after.purpose !== before.purpose) found.push({ kind: 'purpose', id: after.purpose });
  if (SAY[after.basis] < SAY[before.basis]) found.push({ kind: 'basis', id: after.basis });
  for (const id of gained(before.items, after.items)) found.push({ kind: 'item', id });
  for (const id of gained(before.recipients, after.recipients)) found.push({ kind: 'recipient', id });
  for (const id of gained(before.forItself, after.forItself)) found.push({ kind: 'for_itself', id });
  for (const id of gained(before.countries, after.countries)) found.push({ kind: 'country', id });
  if ((compareDurations(after.retention, before.retention) ?? 1) > 0) found.push({ kind: 'retention', id: null });
  if (after.automated && !before.automated) found.push({ kind: 'automated', id: null });
  return found;
}

/**
 * What a notice widened for a choice that was granted under an older one; the brand may mark more (`material`), never
 * less. Empty where the newer notice no longer has the choice: what it does not describe is not done.
 */
export function widenedBy(choice: string, granted: NoticeTerms, newer: NoticeTerms): readonly Widening[] {
  const after = termsIn(newer, choice);
  if (!after) return [];
  const marked: readonly Widening[] = newer.material.includes(choice) ? [{ kind: 'marked', id: null }] : [];
  const before = termsIn(granted, choice);
  return before ? [...widened(before.scope, after.scope), ...marked] : [{ kind: 'purpose', id: after.scope.purpose }];
}

/**
 * Since when a grant is suspended because a notice in force after it widened what it covered; null = it stands. A
 * widening suspends for good: a later notice that narrows again does not bring an old grant back. A grant on a notice
 * that is not on the shelf cannot be shown to cover anything, so it is suspended too.
 */
export function suspended(choice: string, decided: Pick<Decided, 'notice' | 'at'>, shelf: Shelf): Instant | null {
  const granted = shelf.order.find((notice) => notice.version === decided.notice);
  if (!granted) return decided.at;
  let since = Number.POSITIVE_INFINITY;
  for (const newer of shelf.order) {
    const from = Date.parse(newer.effectiveFrom);
    if (newer.version <= decided.notice || from > shelf.now || from >= since) continue;
    if (widenedBy(choice, granted, newer).length > 0) since = from;
  }
  if (since === Number.POSITIVE_INFINITY) return null;
  // A notice published late can claim a day before the grant; nothing was suspended before it was given.
  return since < Date.parse(decided.at) ? decided.at : new Date(since).toISOString();
}

function gained(before: readonly string[], after: readonly string[]): readonly string[] {
  const had = new Set(before);
  return after.filter((id) => !had.has(id));
}
