import type { BrandId, Digest, Instant } from '#contract/primitives.ts';

/** A sign-in token that was redeemed, by the digest of its `jti`. */
export interface UsedToken {
  readonly brand: BrandId;
  readonly token: Digest;
  /** After this moment the token would be refused for its age, so it need not be remembered any longer. */
  readonly until: Instant;
}

/** Remembers which sign-in tokens were used, for every server of a brand together. */
export interface UsedTokens {
  /** Marks a token as used, in one step that nobody can come between; false = it was used before. */
  use(token: UsedToken, now: Instant): Promise<boolean>;
}
