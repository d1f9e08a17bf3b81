import * as z from 'zod/mini';
import { BrandId, ChoiceId, Day, Digest, Duration, Id, Instant, Language, Message, Text } from './primitives.ts';
import { sources } from './sources.ts';

/** Who a kind of data came from: the customer, our observation, our conclusion, or somebody who sold it. */
export const Source = z.enum(sources);
export type Source = z.infer<typeof Source>;

/**
 * The legal basis of a use: GDPR Art. 6(1) and 9(2)(a), and `opt_out` for sale or sharing where the law lets it run
 * until the customer opts out (CCPA §1798.120). Consent, explicit consent, legitimate interest and opt_out are
 * optional uses: the customer decides. The others run by contract or law and have no switch.
 */
export const Basis = z.enum([
  'consent',
  'explicit_consent',
  'legitimate_interest',
  'opt_out',
  'contract',
  'legal_obligation',
  'vital_interests',
  'public_task',
]);
export type Basis = z.infer<typeof Basis>;

/** What a browser's opt-out signal (Global Privacy Control) reaches. A use lists those that apply to it. */
export const Signal = z.enum(['sale', 'share', 'cross_context_ads']);
export type Signal = z.infer<typeof Signal>;

/** Somebody other than the brand who gets the data. `role` is what the customer is told of them. */
export const Recipient = z.object({
  id: Id,
  name: Text,
  /** What they do, in words: "delivers parcels". */
  does: Text,
  role: z.enum(['works_for_us', 'for_itself', 'pays_for_it']),
  /** ISO 3166-1 alpha-2 code of where they keep it. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** How the data is protected where it leaves the law's area (GDPR Art. 13(1)(f)); null where it does not. */
  transfer: z.nullable(z.object({ safeguard: Text, copyAt: z.string() })),
});
export type Recipient = z.infer<typeof Recipient>;

/** What any page can read of the browser that shows it, or its server of the request. */
export const Readable = z.enum([
  'browser',
  'screen',
  'language',
  'time_zone',
  'ip_address',
  'came_from',
  'touch',
  'connection',
]);
export type Readable = z.infer<typeof Readable>;

/**
 * What is owed to a customer whose data is paid for (11 CCR §7016(d), §7081). Money in minor units.
 */
const Incentive = z.object({
  summary: Text,
  terms: Text,
  /** The kinds of data that it is for. */
  categories: z.array(Id).check(z.minLength(1)),
  /** The good-faith estimate of what the data is worth to the brand, a year. */
  value: z.object({ amount: z.int().check(z.gte(0)), currency: z.string().check(z.regex(/^[A-Z]{3}$/)) }),
  /** How the estimate was made. */
  method: Text,
  /** How the benefit relates to that value. */
  relation: Text,
  join: Text,
  leave: Text,
  /** What stays after leaving. */
  kept: Text,
});

/** One thing in a category. An item that no use needs may not be asked for. */
export const Item = z.object({
  id: Id,
  name: Text,
  /** The uses that need it; at least one. */
  uses: z.array(ChoiceId).check(z.minLength(1)),
  /** Must the customer provide it, and what follows if not (GDPR Art. 13(2)(e)). */
  required: z.enum(['by_contract', 'by_law', 'optional']),
  /** What of a visitor's browser goes into it, as the page itself can read it. Left out: nothing. */
  reads: z.optional(z.array(Readable)),
});
export type Item = z.infer<typeof Item>;

/** One purpose applied to one category: the smallest thing that can be allowed. */
export const Use = z.object({
  /** "<category>.<use>". For an optional use it is also the id of its choice. */
  id: ChoiceId,
  /** What "on" means, verb first: "Pick things for you". The switch's name; it never changes with the state. */
  name: Text,
  /** A purpose of the W3C Data Privacy Vocabulary, without prefix: "ProvideProductRecommendations". */
  purpose: z.string().check(z.regex(/^[A-Z][A-Za-z]+$/)),
  why: Text,
  basis: Basis,
  /** The basis in plain words; for legitimate interest it names the interest (GDPR Art. 13(1)(d)). */
  basisText: Text,
  items: z.array(Id).check(z.minLength(1)),
  recipients: z.array(Id),
  /** What the customer gets, as a fact. */
  benefit: Text,
  /** How what was really received is counted and said; null where nothing is counted. */
  got: z.nullable(
    z.object({
      /** The published counting rule that derives it; `Counting` in overview.ts. */
      counting: z.enum(['member_price', 'wish_list_offer', 'return_avoided', 'pick_ordered', 'time_saved']),
      /** ICU arguments: amount (number; money in major units, time in minutes), currency (code), since (date). */
      message: Message,
      none: Text,
      /** "How we counted", in words. */
      how: Text,
    }),
  ),
  whenOff: z.object({
    /** What changes for the customer, and what does not. */
    text: Text,
    collection: z.enum(['stops', 'continues']),
    holding: z.enum(['kept', 'deleted']),
    /** How long after turning off it is deleted (holding "deleted") or still kept (holding "kept"). */
    until: z.nullable(Duration),
  }),
  signals: z.array(Signal),
  /** A decision made without a person (GDPR Art. 22): its logic and its effects; null where there is none. */
  automated: z.nullable(z.object({ logic: Text, effects: Text })),
  /** What turning on takes: one press, the words of `statement` confirmed (explicit consent), or two steps. */
  grant: z.enum(['press', 'words', 'two_steps']),
  statement: z.nullable(Text),
  /** How long a grant lasts before it lapses; null = until it is changed. */
  lasts: z.nullable(Duration),
  retention: Duration,
  /** For a use whose benefit is paid for with data. Left out: it is not. */
  incentive: z.optional(Incentive),
});
export type Use = z.infer<typeof Use>;

/** A kind of personal data. */
export const Category = z.object({
  id: Id,
  name: Text,
  /** What it holds, one sentence. */
  what: Text,
  source: Source,
  /** Noted without the customer doing anything for it: location, IP address, pages seen. */
  passive: z.boolean(),
  /** Special category or otherwise sensitive (GDPR Art. 9; CCPA §1798.140(ae)). */
  sensitive: z.boolean(),
  items: z.array(Item).check(z.minLength(1)),
  retention: z.object({ period: Duration, text: Text }),
  storedIn: Text,
  /** Says what is held. ICU arguments: count, oldest (date), newest (date), latest (text), and the overview's values. */
  held: Message,
  /** Said where nothing is held: what is true and when it changes. */
  heldNone: Text,
  uses: z.array(Use).check(z.minLength(1)),
});
export type Category = z.infer<typeof Category>;

/**
 * An immutable, versioned description of the processing, in one language. Complete as GDPR Art. 13 and 14 want it.
 * The exact text that a decision was made on can always be had again by its version.
 */
export const Notice = z.object({
  brand: BrandId,
  version: z.int().check(z.gte(1)),
  language: Language,
  effectiveFrom: Day,
  controller: z.object({
    name: Text,
    legalName: Text,
    address: Text,
    email: z.string(),
    phone: z.nullable(z.string()),
    dataProtectionOfficer: z.object({ name: Text, email: z.string() }),
    authority: z.object({ name: Text, url: z.string() }),
  }),
  /** One sentence under the page's heading for a customer who is not signed in. */
  intro: Text,
  /** The heading and one sentence of each group. */
  sources: z.record(Source, z.object({ title: Text, text: Text })),
  /** The rights a customer has and how to use them (GDPR Art. 13(2)(b) to (d)). */
  rights: z.array(z.object({ id: Id, title: Text, text: Text })).check(z.minLength(1)),
  recipients: z.array(Recipient),
  categories: z.array(Category).check(z.minLength(1)),
  /** Choices the brand itself marks as materially changed by this version; it may mark more, never less. */
  material: z.array(ChoiceId),
});
export type Notice = z.infer<typeof Notice>;

/** A notice by version and content: `hash` is SHA-256 over its RFC 8785 bytes in the brand's first language. */
export const NoticeRef = z.object({ version: z.int(), hash: Digest });
export type NoticeRef = z.infer<typeof NoticeRef>;

/** A notice as published: with the hash of its content and the moment since when it cannot change. */
export const PublishedNotice = z.object({ notice: Notice, hash: Digest, publishedAt: Instant });
export type PublishedNotice = z.infer<typeof PublishedNotice>;
