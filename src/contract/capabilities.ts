import * as z from 'zod/mini';
import { BrandId, Language } from './primitives.ts';

/** The public half of a signing key: Ed25519 as a JWK (RFC 8037). */
export const ReceiptKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
});
export type ReceiptKey = z.infer<typeof ReceiptKey>;

/** The colours and measures of a brand, computed and checked when it was loaded. Values of CSS custom properties. */
export const Theme = z.object({
  light: z.record(z.string(), z.string()),
  dark: z.record(z.string(), z.string()),
  /** What holds in both: font, radius, density. */
  both: z.record(z.string(), z.string()),
});
export type Theme = z.infer<typeof Theme>;

/** What the brand looks and speaks like. */
export const BrandFace = z.object({
  id: BrandId,
  name: z.string(),
  languages: z.array(Language).check(z.minLength(1)),
  /** IANA time zone, "Europe/London": days and years are counted in it. */
  zone: z.string(),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  theme: Theme,
  /** An SVG as a data URI, shown as an image, never as markup. */
  logo: z.nullable(z.string()),
  /** Where a customer signs in; null where the brand has no such page. */
  signInUrl: z.nullable(z.string()),
});
export type BrandFace = z.infer<typeof BrandFace>;

/** What a backend can do. What it cannot do, the app does not show and the conformance suite excuses. */
export const Capabilities = z.object({
  brand: BrandFace,
  /**
   * Sets the word on screen: Saved · Saved in this browser only · Preview: not saved · Confirmed, where nobody knows how
   * well it is kept. Without `versions` the word is Confirmed whatever stands here.
   */
  durability: z.enum(['durable', 'browser', 'none', 'unknown']),
  /** Keys that receipts are signed with, retired ones included; null = no receipts. */
  receipts: z.nullable(z.object({ keys: z.array(ReceiptKey).check(z.minLength(1)) })),
  /** A key sent twice is stored once and answered alike. */
  idempotency: z.boolean(),
  /** Choices carry a seq, and a stale grant is refused. */
  versions: z.boolean(),
  /** listDecisions answers. */
  history: z.boolean(),
  /** getOverview answers with what is held. */
  overview: z.boolean(),
  /** openSession({}) works: a browser may withdraw and read its own choices without anybody signing in. */
  browserSubject: z.boolean(),
  /** getNoticeChanges answers. */
  noticeChanges: z.boolean(),
  // What follows may be left out: then it cannot.
  /** listHoldings and listRecords answer. */
  records: z.optional(z.boolean()),
  /** correctRecord answers. */
  correcting: z.optional(z.boolean()),
  /** forget answers. */
  forgetting: z.optional(z.boolean()),
  /** listInferences and judgeInference answer. */
  inferences: z.optional(z.boolean()),
  /** listActivity answers. */
  activity: z.optional(z.boolean()),
  /** listBenefits answers. */
  benefits: z.optional(z.boolean()),
  /** previewExperience answers. */
  preview: z.optional(z.boolean()),
  /** getProfile and answerQuestion answer. */
  profile: z.optional(z.boolean()),
  /** getSafety answers. */
  safety: z.optional(z.boolean()),
  /** getExpectations and recordExpectation answer. */
  expectations: z.optional(z.boolean()),
});
export type Capabilities = z.infer<typeof Capabilities>;
