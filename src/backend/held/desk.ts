import type { ExpectationStore } from '#backend/expectation-store.ts';
import type { Deed } from '#backend/holdings-store.ts';
import { noticeOf } from '#backend/notices-of.ts';
import { BackendError, type Caller } from '#backend/port.ts';
import type { PublishedBrand } from '#backend/published-brand.ts';
import type { SessionKeeper, SignedIn } from '#backend/session-keeper.ts';
import type { Subject } from '#backend/subject-store.ts';
import { tagOf } from '#backend/customer-tag.ts';
import type { About } from '#contract/about.ts';
import type { Notice } from '#contract/notice.ts';
import type { Instant } from '#contract/primitives.ts';
import type { Holdings } from '#rules/holdings.ts';
import { abilitiesOf, type Ability } from './abilities.ts';
import { aboutOf } from './about-of.ts';
import { doDeed, type DeedPorts, type Done, type Wish } from './deed.ts';
import { heldNow, type Who } from './held-now.ts';

/** What the calls about what is held stand on. */
export interface DeskPorts extends DeedPorts {
  /** Lets a customer do something: at once, later, or not at all, by throwing. */
  readonly admit: <T>(subject: Subject, kind: Deed['kind'] | 'expect', take: () => Promise<T>) => Promise<T>;
  /** Null = nobody keeps what customers expected. */
  readonly expectations: ExpectationStore | null;
}

/** One customer and everything that a call of theirs is answered from. */
export interface Desk extends Who {
  readonly signedIn: SignedIn;
  readonly brand: PublishedBrand;
  /** The notice in force. */
  readonly notice: Notice;
  /** What the brand says beside it; its reading throws `not_found` where that is nothing. */
  readonly about: About;
  readonly zone: string;
  readonly now: Instant;
  readonly held: () => Promise<Holdings>;
  readonly done: (wish: Wish) => Promise<Done>;
  /** Writes down what is no deed: what the customer expected. */
  readonly written: <T>(write: () => Promise<T>) => Promise<T>;
}

/** Opens the desk of one caller for a call that needs an ability. */
export interface DeskOf {
  /** To read; null = what every backend of ours can. Throws `not_found` where nobody can, and to a browser without a customer. */
  readonly reading: (ability: Ability | null, language?: string) => Promise<Desk>;
  /**
   * To change something, from a page that shows this customer's data. Throws `forbidden` to a browser without a customer,
   * and `signed_out` where another customer than the page shows is signed in by now.
   */
  readonly changing: (ability: Ability, onScreen: string | undefined) => Promise<Desk>;
}

const cannot = () => new BackendError('not_found', 'There is nothing of the kind here.');

export const deskOf = (ports: DeskPorts, keeper: SessionKeeper, caller: Caller): DeskOf => {
  const open = (signedIn: SignedIn, persona: string | null, ability: Ability | null, language?: string): Desk => {
    const { served, subject } = signedIn;
    const { brand, holder } = served;
    if (ability !== null && !abilitiesOf(served, ports.expectations)[ability]) throw cannot();
    const now = ports.now();
    const who: Who = { holder, subject, persona };
    const asked = { version: 'current', ...(language !== undefined && { language }) } as const;
    return {
      ...who,
      signedIn,
      brand,
      notice: noticeOf(brand, asked, now).notice,
      get about() {
        const about = aboutOf(brand, language);
        if (about) return about;
        throw cannot();
      },
      zone: brand.face.zone,
      now,
      held: async () => (await heldNow(ports.holdings, who)).holdings,
      done: (wish) => ports.admit(subject, wish.kind, () => doDeed(ports, who, wish)),
      written: (write) => ports.admit(subject, 'expect', write),
    };
  };

  return {
    async reading(ability, language) {
      const signedIn = await keeper.signedIn(caller);
      if (!signedIn.customer) throw new BackendError('not_found', 'Nothing is held under this session. Sign in first.');
      return open(signedIn, signedIn.customer.persona, ability, language);
    },

    async changing(ability, onScreen) {
      const signedIn = await keeper.signedIn(caller);
      if (onScreen !== undefined && onScreen !== (await tagOf(signedIn.subject, ports.sha256))) {
        throw new BackendError('signed_out', 'This session is of another customer than the page. Read it again.');
      }
      if (!signedIn.customer) {
        throw new BackendError('forbidden', 'Only a customer can change what is held. Sign in, then ask again.');
      }
      return open(signedIn, signedIn.customer.persona, ability);
    },
  };
};
