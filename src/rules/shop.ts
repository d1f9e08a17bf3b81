import type { Experience, ShownThing } from '#contract/preview.ts';
import type { ChoiceId, Id, Instant, Language } from '#contract/primitives.ts';
import type { Holdings } from './holdings.ts';

/** A thing in a brand's shop. Money in minor units. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  /** What it is about, by the same names as the records' `topic`. */
  readonly topic: string;
  /** It comes in sizes of this kind: the item that holds the customer's size in it ("top"); null = it has no size. */
  readonly fit: Id | null;
  /** The sizes in stock, where it has a fit. */
  readonly sizes: readonly string[];
  /** See `ShownThing.picture`. */
  readonly picture: string | null;
  /** Health, belief and the like: shown to whoever looks for it, and recommended to nobody. */
  readonly sensitive: boolean;
  /** Bought again and again: "buy again" applies to nothing else. */
  readonly refill: boolean;
  /** The shops that have it, by their town. */
  readonly places: readonly string[];
  /** How many were sold in the last weeks: what everyone sees is the best of each topic in turn. */
  readonly sold: number;
}

/** What a use lets the shop read, and where that shows. */
export interface ShopSignal {
  readonly use: ChoiceId;
  readonly reads:
    | 'orders'
    | 'refills'
    | 'visits'
    | 'wishes'
    | 'answers'
    | 'conclusions'
    | 'place'
    | 'sizes'
    | 'member_prices'
    | 'wish_offers';
  /** The items whose records it reads; it reads no others. */
  readonly items: readonly ChoiceId[];
  readonly surface: Experience['surface'];
}

/** How much less somebody pays: a share of the shelf price, at most so much, on things from a price on. */
export interface Reduction {
  readonly share: number;
  /** Minor units. */
  readonly most: number;
  /** Minor units. */
  readonly from: number;
}

/** What the reference recommender computes with: the shop, and what its customers together bought. */
export interface Shop {
  readonly currency: string;
  readonly products: readonly Product[];
  /** For each product, what was in the same baskets, and how often; most first. No customer can be told from it. */
  readonly together: Readonly<Record<string, readonly (readonly [product: string, times: number])[]>>;
  readonly signals: readonly ShopSignal[];
  readonly reductions: Readonly<Record<'member' | 'wish', Reduction>>;
  /** The line over the things, by what stands first; null = there is none in that place. */
  readonly headline: (surface: Experience['surface'], first: ShownThing, language: Language) => string | null;
}

/** What somebody would meet, asked under given choices. */
export interface ExperienceAsked {
  readonly holdings: Holdings;
  /** A use ("purchases.recommendations") or a category ("purchases"). It decides which place is shown. */
  readonly about: string;
  readonly allowed: (use: ChoiceId) => boolean;
  readonly now: Instant;
  readonly language: Language;
}

/** Makes what a customer meets. A brand plugs its own in; the reference one is `recommender` in recommend.ts. */
export type MakeExperience = (asked: ExperienceAsked) => Promise<{
  readonly experience: Experience;
  readonly drewOn: readonly { readonly use: ChoiceId; readonly records: number }[];
}>;
