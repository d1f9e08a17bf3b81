import type { Expectation } from '#contract/expectations.ts';
import type { BrandId, Day } from '#contract/primitives.ts';

/** One answer to "Did you expect this?", by somebody whom only the week's key could name. */
export interface ExpectationVote extends Expectation {
  /** HMAC-SHA-256 of subject and card under the week's key, hexadecimal. */
  readonly voter: string;
}

/** Keeps answers to "Did you expect this?" by week. It holds no subject, and no key of a week that is over. */
export interface ExpectationStore {
  /**
   * The key of the open week, hexadecimal, made when first asked for. Closes every week before it: its key is destroyed,
   * and so are the reasons on cards with fewer answers than are told of (`isTold`).
   */
  openWeek(brand: BrandId, week: Day): Promise<string>;
  /** Replaces the voter's answer of this week. Rejects where the week has been closed. */
  put(brand: BrandId, week: Day, vote: ExpectationVote): Promise<void>;
  /** The answers of these voters in a week. */
  find(brand: BrandId, week: Day, voters: readonly string[]): Promise<readonly ExpectationVote[]>;
  /** How many gave which answer, by card, in a week that is closed. */
  count(
    brand: BrandId,
    week: Day,
  ): Promise<readonly { readonly card: string; readonly answer: Expectation['answer']; readonly count: number }[]>;
  /** The reasons that are left of a week that is closed, without the answers they came with, in no order. */
  reasons(brand: BrandId, week: Day): Promise<readonly { readonly card: string; readonly reason: string }[]>;
}
