import type { Notice } from '#contract/notice.ts';
import type { BrandId, Instant, Language } from '#contract/primitives.ts';
import type { Fault } from './fault.ts';
import type { World } from './world.ts';

/** A state of the world that the app must be good in: a named seed, and what goes wrong. */
export interface Scenario {
  /** As it stands in `?scenario=`. */
  readonly name: string;
  /** One sentence: what is so, and what a customer should meet. */
  readonly says: string;
  readonly brand: BrandId;
  /** Who is signed in; null = nobody. */
  readonly persona: string | null;
  /** The server's clock when the page opens; it runs on from there. */
  readonly now: Instant;
  readonly language: Language;
  /** The browser asks sites not to sell or share (Global Privacy Control). */
  readonly gpc: boolean;
  /** "http": behind the production handler. "memory": no server, kept in this browser; "forgetful": not even that. */
  readonly backend: 'http' | 'memory' | 'forgetful';
  /** Is what was decided still there after a reload? Not where the world itself begins anew. */
  readonly keeps: boolean;
  /** The brand's next notice, made from the one in its files; null = there is none. */
  readonly next: ((notice: Notice) => Notice) | null;
  /** What happened before the page opened. It happens through the handler, so that nothing impossible can have. */
  readonly before: ((world: World) => Promise<void>) | null;
  /** The first is nearest to the app. */
  readonly faults: readonly Fault[];
}

const usual: Scenario = {
  name: 'default',
  says: '',
  brand: 'halden-row',
  persona: 'maya',
  now: '2026-11-22T14:00:00.000Z',
  language: 'en-GB',
  gpc: false,
  backend: 'http',
  keeps: true,
  next: null,
  before: null,
  faults: [],
};

/** A scenario is told by what is unusual about it. */
export const scenario = (
  name: string,
  says: string,
  unusual: Partial<Omit<Scenario, 'name' | 'says'>> = {},
): Scenario => ({ ...usual, ...unusual, name, says });
