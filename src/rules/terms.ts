import type { Basis, Signal, Use } from '#contract/notice.ts';
import type { Duration, Instant } from '#contract/primitives.ts';

/** What a notice says of one choice, as far as a decision depends on it. */
export interface ChoiceTerms {
  /** From most to least protective. One rule for switches, frequencies, topics, recipients and modes. */
  readonly options: readonly string[];
  /** True before anyone decides; never written as a decision. */
  readonly initial: string;
  readonly signals: readonly Signal[];
  readonly grant: Use['grant'];
  readonly lasts: Duration | null;
  readonly scope: Scope;
}

/** What a grant covered. It is compared by id to see whether a later notice widened it. */
export interface Scope {
  readonly purpose: string;
  readonly basis: Basis;
  readonly items: readonly string[];
  readonly recipients: readonly string[];
  /** Those of `recipients` that use the data for themselves or pay for it. */
  readonly forItself: readonly string[];
  readonly countries: readonly string[];
  readonly retention: Duration;
  readonly automated: boolean;
}

/** A published notice, reduced to what decisions depend on. */
export interface NoticeTerms {
  readonly version: number;
  readonly hash: string;
  /** The first moment of its day in the brand's time zone. */
  readonly effectiveFrom: Instant;
  readonly choices: Readonly<Record<string, ChoiceTerms>>;
  readonly material: readonly string[];
}
