import { tagOf } from './customer-tag.ts';
import type { ExpectationStore } from './expectation-store.ts';
import { abilitiesOf } from './held/abilities.ts';
import { deskOf, type DeskPorts } from './held/desk.ts';
import { expectationCalls } from './held/expectation-calls.ts';
import { inferenceCalls } from './held/inference-calls.ts';
import { noteVisit } from './held/note-visit.ts';
import { previewCalls } from './held/preview-calls.ts';
import { profileCalls } from './held/profile-calls.ts';
import { recordCalls } from './held/record-calls.ts';
import { useCalls } from './held/use-calls.ts';
import type { HoldingsStore } from './holdings-store.ts';
import { cursorAfter, seqOfCursor } from './page-cursor.ts';
import { changesOf, noticeOf } from './notices-of.ts';
import { BackendError, type Backend, type Caller, type Connect } from './port.ts';
import { termsOfBrand, type Brands } from './published-brand.ts';
import { reachable, throwingOnlyOurs } from './reachable.ts';
import { loaded, record } from './record.ts';
import { newSalt } from './secret.ts';
import { sessionKeeper, type BrowserIdentity, type SessionPorts } from './session-keeper.ts';
import type { Signer } from './signer.ts';
import type { Evidence, SessionStore, Subject, SubjectStore } from './subject-store.ts';
import { turns } from './turns.ts';
import type { UsedTokens } from './used-tokens.ts';
import type { Capabilities } from '#contract/capabilities.ts';
import type { Input } from '#contract/contract.ts';
import type { Instant } from '#contract/primitives.ts';
import { canonical, commandDigest, type Sha256 } from '#rules/chain.ts';
import { choicesOf } from '#rules/effective.ts';

const DAY = 86_400_000;
/** As long as browsers keep a cookie. */
const BROWSER_LASTS = 400 * DAY;
const PAGE = 50;

/** A decision that somebody asks for, and the signal that comes with it. */
export interface Asked {
  readonly subject: Subject;
  readonly items: Input<'decide'>['items'];
  readonly gpc: boolean;
}

/** What the service stands on. */
export interface ServicePorts {
  readonly brands: Brands;
  readonly subjects: SubjectStore;
  readonly sessions: SessionStore;
  readonly holdings: HoldingsStore;
  /** Null = nobody keeps what customers expected, and nobody is asked. */
  readonly expectations: ExpectationStore | null;
  readonly signer: Signer;
  /** How well the stores keep what they answered as stored. */
  readonly durability: Capabilities['durability'];
  /** Lets a decision be taken: at once, later, or not at all, by throwing. Default: at once. */
  readonly admit?: <T>(asked: Asked, take: () => Promise<T>) => Promise<T>;
  /** Lets a deed be done, of a kind: at once, later, or not at all, by throwing. Default: at once. */
  readonly admitDeed?: DeskPorts['admit'];
  /** Default: that of the rules. */
  readonly sha256?: Sha256;
  /** Default: the machine's clock. */
  readonly now?: () => Instant;
  /** Milliseconds. Default: a day. */
  readonly sessionLasts?: number;
  /** Milliseconds. Default: 400 days. */
  readonly browserLasts?: number;
  /** See `SessionPorts`. Default: no. */
  readonly signalFromInput?: boolean;
  /** See `SessionPorts`. Default: null. */
  readonly browser?: BrowserIdentity | null;
  readonly tokens: UsedTokens;
  /** See `SignInPorts`. Default: nobody is told. */
  readonly refusedToken?: SessionPorts['refusedToken'];
}

const evidenceOf = ({ evidence }: Caller, { surface, clientTime }: Input<'decide'>): Evidence => ({
  salt: newSalt(),
  text: canonical({ ...evidence, surface: surface ?? null, clientTime: clientTime ?? null }),
});

/**
 * Every backend that holds the truth itself: the rules over a `SubjectStore`. What a decision means is in
 * `src/rules/`; how it is kept is in the store; this puts the two together for one caller.
 */
export const subjectService = (given: ServicePorts): Connect => {
  const subjects = reachable(given.subjects);
  const now = given.now ?? (() => new Date().toISOString());
  const held: DeskPorts = {
    holdings: reachable(given.holdings),
    expectations: given.expectations && reachable(given.expectations),
    now,
    sha256: given.sha256,
    inTurn: turns(),
    admit: given.admitDeed ?? ((_subject, _kind, take) => take()),
  };
  const ports: SessionPorts = {
    brands: given.brands,
    subjects,
    sessions: reachable(given.sessions),
    signer: given.signer,
    sha256: given.sha256,
    now,
    sessionLasts: given.sessionLasts ?? DAY,
    browserLasts: given.browserLasts ?? BROWSER_LASTS,
    signalFromInput: given.signalFromInput ?? false,
    browser: given.browser ?? null,
    tokens: reachable(given.tokens),
    refusedToken: given.refusedToken ?? (() => undefined),
    inTurn: turns(),
    arrived: ({ brand, holder }, who) => noteVisit(held, brand, { ...who, holder }),
  };
  const admit = given.admit ?? ((_, take) => take());
  const keeper = sessionKeeper(ports);

  const heldCalls = (caller: Caller) => {
    const desk = deskOf(held, keeper, caller);
    return {
      ...recordCalls(desk),
      ...inferenceCalls(desk),
      ...useCalls(desk),
      ...previewCalls(desk, subjects),
      ...profileCalls(desk),
      ...expectationCalls(desk, held.expectations),
    };
  };

  const backendFor = (caller: Caller): Backend => ({
    async getCapabilities() {
      const served = await keeper.brandOf(caller);
      return {
        brand: served.brand.face,
        durability: given.durability,
        receipts: { keys: [...(await ports.signer.keys())] },
        idempotency: true,
        versions: true,
        history: true,
        overview: true,
        browserSubject: true,
        noticeChanges: true,
        ...abilitiesOf(served, held.expectations),
      };
    },

    openSession: (input) => keeper.open(caller, input),

    async closeSession() {
      await keeper.close(caller);
      return {};
    },

    async getNotice(input) {
      const { brand } = await keeper.brandOf(caller);
      return noticeOf(brand, input, ports.now());
    },

    async getNoticeChanges(input) {
      const { brand } = await keeper.brandOf(caller);
      return changesOf(brand, input, ports.now());
    },

    async getChoices() {
      const { served, subject, customer, gpc, current } = await keeper.signedIn(caller);
      const { state } = current ?? (await loaded(ports, subject));
      return {
        customer: await tagOf(subject, ports.sha256),
        ...(customer === null && { browser: true as const }),
        ...choicesOf(state, termsOfBrand(served.brand), ports.now(), gpc),
      };
    },

    async decide(input) {
      const { served, subject, customer, gpc, current } = await keeper.signedIn(caller);
      if (input.customer !== undefined && input.customer !== (await tagOf(subject, ports.sha256))) {
        throw new BackendError(
          'signed_out',
          'This session is of another customer than the page. Read the choices again.',
        );
      }
      // A browser without a customer may only withdraw: what it saw does not count, so no grant of its can pass.
      const items = customer === null ? input.items.map((item) => ({ ...item, seen: undefined })) : input.items;
      const intent = { key: input.key, command: await commandDigest(input, ports.sha256) };
      const evidence = evidenceOf(caller, input);
      const act = { subject, by: 'customer' as const, gpc, items: () => items, intent, evidence, before: current };
      try {
        const done = await admit({ subject, items, gpc }, () => record(ports, served.brand, act));
        if (!done) throw new BackendError('malformed', 'items: name at least one choice.');
        return { entry: done.row.entry, receipt: done.row.receipt, replayed: done.replayed };
      } catch (error) {
        if (customer !== null || !(error instanceof BackendError) || error.code !== 'unseen') throw error;
        throw new BackendError('forbidden', 'Only a customer can turn something on. Sign in, then ask again.');
      }
    },

    async listDecisions({ cursor, limit = PAGE }) {
      const { subject, current } = await keeper.signedIn(caller);
      const { state } = current ?? (await loaded(ports, subject));
      const before = cursor === undefined ? state.seq + 1 : seqOfCursor(cursor);
      const found = await subjects.list(subject, { before, limit: limit + 1 });
      const entries = found.slice(0, limit);
      const last = entries.at(-1);
      return { entries, next: last && found.length > limit ? cursorAfter(last.seq) : null, head: state.head };
    },

    async getReceipt({ seq }) {
      const { subject } = await keeper.signedIn(caller);
      const receipt = await subjects.receipt(subject, seq);
      if (receipt === null) throw new BackendError('not_found', `There is no decision ${seq}.`);
      return { receipt };
    },

    ...heldCalls(caller),
  });

  return (caller) => throwingOnlyOurs(backendFor(caller));
};
