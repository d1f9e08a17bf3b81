import type { About } from '#contract/about.ts';
import type { BrandFace } from '#contract/capabilities.ts';
import type { By } from '#contract/choices.ts';
import type { PublishedNotice } from '#contract/notice.ts';
import type { BrandId, Instant, Language } from '#contract/primitives.ts';
import type { SignIn } from '#contract/sign-in.ts';
import { canonical } from '#rules/chain.ts';
import type { Holdings } from '#rules/holdings.ts';
import type { MakeExperience } from '#rules/shop.ts';
import { termsOf } from '#rules/terms-of.ts';
import type { NoticeTerms } from '#rules/terms.ts';

/** One version of a notice in every language the brand speaks. `terms` are those of the first language. */
export interface PublishedVersion {
  readonly terms: NoticeTerms;
  readonly byLanguage: Readonly<Record<string, PublishedNotice>>;
}

/** A brand as a backend serves it: its face and every notice it ever published, oldest first. */
export interface PublishedBrand {
  readonly face: BrandFace;
  readonly notices: readonly PublishedVersion[];
  /** How the brand signs its customers in; null = by no token. */
  readonly signIn: SignIn | null;
  /** Countries, and states of them, whose law applies: "GB", "US-CA". */
  readonly jurisdictions: readonly string[];
  /** What it says beside its notice, as it was last published; a language that is missing says what the first says. */
  readonly about: Readonly<Record<Language, About>>;
}

/** A persona of a demo brand: what is held about it, and what it decided before today, oldest first. */
export interface DemoCustomer {
  readonly name: string;
  readonly holdings: Holdings;
  readonly decisions: readonly {
    readonly at: Instant;
    readonly by: By;
    readonly items: readonly { readonly choice: string; readonly value: string }[];
  }[];
}

/** Whoever knows a brand's made-up customers, and what its customers meet in its shop. */
export interface Holder {
  /** Null = there is no such persona. What is held about one is put in the `HoldingsStore` when it is first asked for. */
  demo(persona: string): Promise<DemoCustomer | null>;
  /** Left out: nobody can tell what a customer would meet, so there are no previews. */
  readonly experience?: MakeExperience;
}

/** A brand that a backend serves, with its holder. */
export interface ServedBrand {
  readonly brand: PublishedBrand;
  readonly holder: Holder;
}

/** The brands that a backend serves. Asked on every call, so that a newly published notice is in force at once. */
export interface Brands {
  find(brand: BrandId): Promise<ServedBrand | null>;
}

/** A brand as its authored files say it: one version of the notice, by language. */
export interface BrandEdition {
  readonly face: BrandFace;
  readonly notices: Readonly<Record<string, Omit<PublishedNotice, 'publishedAt'>>>;
  /** Left out: none. */
  readonly signIn?: SignIn | null;
  /** Left out: not known. */
  readonly jurisdictions?: readonly string[];
  /** Left out: it says nothing beside its notice. */
  readonly about?: Readonly<Record<Language, About>>;
}

/**
 * The brand with one more edition in force. What is published is never altered: the same words again change nothing,
 * a language that was missing joins its version, and other words need a higher version. Throws where an edition would
 * alter a published version, in any language, or go back to an older one; the last good version then stays in force.
 */
export const publish = (before: PublishedBrand | null, edition: BrandEdition, publishedAt: Instant): PublishedBrand => {
  const { face } = edition;
  const first = edition.notices[face.languages[0] as string];
  if (!first) throw new Error(`Brand "${face.id}" has no notice in its first language, ${face.languages[0]}.`);
  const { version } = first.notice;
  const older = before?.notices.filter((one) => one.terms.version < version) ?? [];
  const newest = before?.notices.at(-1)?.terms.version ?? 0;
  if (version < newest) {
    throw new Error(`Version ${newest} is published already, and ${version} is older. Write version: ${newest + 1}.`);
  }
  const known = before?.notices.find((one) => one.terms.version === version);
  const byLanguage = { ...known?.byLanguage };
  for (const [language, one] of Object.entries(edition.notices)) {
    const standing = byLanguage[language];
    if (standing ? !isSame(standing, one) : known && known.terms.hash !== one.hash) {
      throw new Error(
        `Version ${version} is published already with other content in ${language}. Write version: ${version + 1}.`,
      );
    }
    byLanguage[language] ??= { ...one, publishedAt };
  }
  return {
    face,
    signIn: edition.signIn ?? null,
    jurisdictions: edition.jurisdictions ?? [],
    about: edition.about ?? {},
    notices: [...older, { terms: known?.terms ?? termsOf({ ...first, publishedAt }, face.zone), byLanguage }],
  };
};

/** The hash is of the first language; a translation is compared word for word. */
const isSame = (one: PublishedNotice, other: Omit<PublishedNotice, 'publishedAt'>): boolean =>
  one.hash === other.hash && canonical(one.notice) === canonical(other.notice);

const termsKept = new WeakMap<PublishedBrand, readonly NoticeTerms[]>();

/** The terms of every version, as `decide` and its companions take them: the same list until an edition is published. */
export const termsOfBrand = (brand: PublishedBrand): readonly NoticeTerms[] => {
  const kept = termsKept.get(brand) ?? brand.notices.map((one) => one.terms);
  termsKept.set(brand, kept);
  return kept;
};
