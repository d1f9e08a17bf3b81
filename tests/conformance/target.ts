import type { Instant } from '#contract/primitives.ts';
import type { Backend } from '#backend/port.ts';
import type { BrandEdition, Holder } from '#backend/published-brand.ts';
import type { SubjectStore } from '#backend/subject-store.ts';
import type { Cast } from './foreign/cast.ts';

/**
 * What a backend under test can do beside its capabilities: show a clock and take notices of ours (`clock`, `publish`),
 * fail on demand (`faults`), be reached over a socket (`wire`), take sign-in tokens of the suite's own keys (`tokens`).
 */
export type Ability = 'clock' | 'publish' | 'faults' | 'wire' | 'tokens';

/** What the suite gives a backend to serve. A target uses as much of it as its backend can be given. */
export interface World {
  /** The ids of the two brands. Sessions are opened at the first unless a case says otherwise. */
  readonly brands: readonly [string, string];
  /** Version 1 of both brands, to be in force from the start; with the keys that their customers are signed in with. */
  readonly editions: readonly BrandEdition[];
  readonly holder: Holder;
  /** The suite's clock. With the ability `clock` the backend must have no other. */
  readonly now: () => Instant;
  /** Milliseconds a session lasts. */
  readonly sessionLasts: number;
  /** With the ability `faults` the backend's decisions go through the store that this returns. */
  readonly faulty: (store: SubjectStore) => SubjectStore;
}

/** One browser: its own cookies, nobody signed in. */
export interface Browser {
  /** The backend as this browser reaches it under a brand; all of them share its cookies. */
  at(brand: string): Backend;
  /** Whether its opt-out signal is on. Can be changed between calls. */
  gpc: boolean;
}

/** A backend under test, running over a world. */
export interface Target {
  readonly abilities: readonly Ability[];
  /** A new browser. Demo sessions must be allowed to it. */
  browser(): Browser;
  /** With `publish`: puts an edition in force beside those before it. Rejects where it would alter a published one. */
  publish(edition: BrandEdition): Promise<void>;
  /** With `wire`: where it listens, such as "http://127.0.0.1:4741"; else null. */
  readonly origin: string | null;
  /** With `tokens`: what a token's `aud` must be for a brand. */
  readonly audience?: (brand: string) => string;
  /** Only where it serves no brand of ours: its brand, who plays our uses, and the body that signs a persona in. */
  readonly foreign?: {
    readonly brand: string;
    readonly cast: Cast;
    readonly signInBody: (persona: string) => Promise<string>;
    /** A token for one of the suite's customers that says something else than a good one does. */
    readonly tokenWith: (claims: Readonly<Record<string, unknown>>) => Promise<string>;
  };
  close(): Promise<void>;
}

/** Starts a backend over a world. Called once for every case, so nothing is left over from the case before. */
export type Open = (world: World) => Promise<Target>;
