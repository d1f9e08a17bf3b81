import type { Use } from '#contract/notice.ts';
import type { ChoiceTerms } from './terms.ts';

/**
 * The options of a two-way choice, most protective first. Every use is one, whatever its legal basis: "off" is refused
 * or objected to.
 */
export const twoWay: readonly [off: string, on: string] = ['off', 'on'];

/**
 * Does a move from one option to another loosen protection. Everything does that is neither the most protective option
 * nor stands before the one in force: the same option again is a grant too, for it is given anew, and so is an option
 * that the choice does not have.
 */
export function isGrant(terms: Pick<ChoiceTerms, 'options'>, from: string, to: string): boolean {
  const target = terms.options.indexOf(to);
  return target < 0 || (target > 0 && target >= terms.options.indexOf(from));
}

/**
 * Is it the customer's to decide: consent (GDPR Art. 6(1)(a)), explicit consent (Art. 9(2)(a)), legitimate interest
 * (Art. 6(1)(f), with the right to object of Art. 21) and sale or sharing until opted out (CCPA §1798.120). What runs
 * by contract or law has no switch.
 */
export function isOptional(use: Pick<Use, 'basis'>): boolean {
  return (
    use.basis === 'consent' ||
    use.basis === 'explicit_consent' ||
    use.basis === 'legitimate_interest' ||
    use.basis === 'opt_out'
  );
}
