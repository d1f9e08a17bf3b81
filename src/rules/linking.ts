import type { Decided } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { Instant } from '#contract/primitives.ts';
import { isRefusal, stateOnShelf } from './effective.ts';
import { recordOf } from './fold.ts';
import { isGrant } from './options.ts';
import { findTerms, mostProtective, shelve } from './shelf.ts';
import type { SubjectState } from './subject.ts';
import type { NoticeTerms } from './terms.ts';

/**
 * Two decided values of one choice as one: the more protective of them, null being that nobody decided. The order does
 * not matter, nor how often, so that it does not matter either in which order a customer's browsers are joined.
 * `options` are those of the choice, most protective first; a value that is none of them gives way.
 */
export function joined(options: readonly string[], one: string | null, other: string | null): string | null {
  const known = [one, other].filter((value): value is string => value !== null && options.includes(value));
  return options.find((option) => known.includes(option)) ?? null;
}

/**
 * What a customer takes over from a browser they were not signed in on, to be decided `by: 'device'`: every choice on
 * which the browser's decision is the more protective. What was granted on a device never becomes a grant of the
 * account, so only what withdraws from what holds for the customer is among it. A browser's signal does not undo what
 * the customer granted knowing of it (11 CCR §7025(c)(3)). Empty = there is nothing to take over.
 */
export function linkItems(
  device: SubjectState,
  customer: SubjectState,
  notices: readonly NoticeTerms[],
  now: Instant,
): DecisionItem[] {
  const shelf = shelve(notices, now);
  return Object.keys(device.choices)
    .toSorted()
    .flatMap((choice) => {
      const terms = findTerms(shelf, choice)?.terms;
      const { decided } = recordOf(device, choice);
      if (!terms || !decided) return [];
      // A refusal is one whatever the notice called its options when it was made.
      const valueOf = (one: Decided): string =>
        isRefusal(choice, one, terms, shelf) ? mostProtective(terms) : one.value;
      const value = valueOf(decided);
      const own = recordOf(customer, choice).decided;
      if (decided.by === 'gpc' && own?.gpcAck === true && own.by !== 'gpc') return [];
      const { effective } = stateOnShelf(choice, customer, shelf, false);
      const isOwn = own !== null && joined(terms.options, valueOf(own), value) === valueOf(own);
      return isOwn || isGrant(terms, effective, value) ? [] : [{ choice, value }];
    });
}
