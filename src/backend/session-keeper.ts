import { linkDevice } from './link-device.ts';
import { BackendError, type Caller } from './port.ts';
import { termsOfBrand, type Brands, type ServedBrand } from './published-brand.ts';
import { record } from './record.ts';
import { newSecret } from './secret.ts';
import { customerOf, type SignedInCustomer, type SignInPorts } from './sign-in.ts';
import type { FoundSession, LoadedSubject, SessionStore, StoredSession, Subject } from './subject-store.ts';
import type { BrandId } from '#contract/primitives.ts';
import type { OpenSession, Session } from '#contract/session.ts';
import { digest } from '#rules/chain.ts';
import { signalItems } from '#rules/signal.ts';

/** What a browser's own subject is known by to a brand, where the backend lives in that browser. */
export interface BrowserIdentity {
  /** Null = it has none. */
  known(brand: BrandId): Promise<string | null>;
  /** The one it has, else a new one. */
  make(brand: BrandId): Promise<string>;
  /** It has none any more; the next is another. */
  forget(brand: BrandId): Promise<void>;
}

/** What keeping sessions takes. */
export interface SessionPorts extends SignInPorts {
  readonly brands: Brands;
  readonly sessions: SessionStore;
  /** Milliseconds that a customer's session lasts. */
  readonly sessionLasts: number;
  /** Milliseconds that a browser's own lasts: what it turned off must not come back the next day. */
  readonly browserLasts: number;
  /** Believe `openSession({gpc})`: only where no header can say it, so in a backend that lives in the browser. */
  readonly signalFromInput: boolean;
  /** Null = browsers come from elsewhere: a browser's own subject is known by its session, and lives as long. */
  readonly browser: BrowserIdentity | null;
  /** Told of every customer who opens a session, before it is answered. */
  readonly arrived: (served: ServedBrand, customer: SignedInCustomer) => Promise<void>;
}

/** A caller whose brand and session are known. */
export interface SignedIn {
  readonly served: ServedBrand;
  readonly subject: Subject;
  /** Null = nobody signed in: the subject is the browser's own. */
  readonly customer: Pick<SignedInCustomer, 'persona' | 'name'> | null;
  /** The browser's signal is present now. */
  readonly gpc: boolean;
  /** The subject as it was found with the session, where it was and nothing has been recorded since. */
  readonly current: LoadedSubject | undefined;
}

export interface SessionKeeper {
  /** The brand a caller names. Throws `not_found`. */
  brandOf(caller: Caller): Promise<ServedBrand>;
  /** Throws `signed_out`, or `not_found` for a brand that is not the session's. Puts a new signal on record. */
  signedIn(caller: Caller): Promise<SignedIn>;
  open(caller: Caller, input: OpenSession): Promise<Session>;
  close(caller: Caller): Promise<void>;
}

const notFound = () => new BackendError('not_found', 'Nothing is here for you.');
const signedOut = () => new BackendError('signed_out', 'There is no session, or it has ended. Open one and try again.');

export const sessionKeeper = (ports: SessionPorts): SessionKeeper => {
  const { brands, sessions, subjects, now } = ports;

  const brandOf = async (caller: Caller): Promise<ServedBrand> => {
    const served = await brands.find(caller.brand);
    if (!served) throw notFound();
    return served;
  };

  const sessionOf = async (caller: Caller): Promise<FoundSession | null> => {
    const secret = caller.session.read();
    const session = secret ? await sessions.find(await digest(secret, ports.sha256)) : null;
    return session && Date.parse(session.expiresAt) > Date.parse(now()) ? session : null;
  };

  /** A browser's signal, once per session: as a decision, so that it holds when the signal is gone. */
  const recordSignal = async ({ brand }: ServedBrand, subject: Subject): Promise<void> => {
    const terms = termsOfBrand(brand);
    const items: Parameters<typeof record>[2]['items'] = (state, at) => signalItems(state, terms, at);
    await record(ports, brand, { subject, by: 'gpc', gpc: true, items, intent: null, evidence: null });
  };

  /** The subject that the browser has without a customer, where it has one. */
  const ownSubject = async (caller: Caller, old: StoredSession | null): Promise<Subject | null> => {
    if (old && old.name === null) return old.subject;
    const identifier = (await ports.browser?.known(caller.brand)) ?? null;
    return identifier === null ? null : subjects.subjectFor(caller.brand, identifier);
  };

  const newSubject = async (caller: Caller): Promise<Subject> =>
    subjects.subjectFor(caller.brand, (await ports.browser?.make(caller.brand)) ?? null);

  /** What the browser decided by itself becomes the customer's; from then on the browser is a new one. */
  const link = async ({ brand }: ServedBrand, own: Subject | null, customer: Subject): Promise<void> => {
    if (!own) return;
    await linkDevice(ports, brand, own, customer);
    await ports.browser?.forget(customer.brand);
  };

  return {
    brandOf,

    async signedIn(caller) {
      const served = await brandOf(caller);
      const session = await sessionOf(caller);
      if (!session) throw signedOut();
      if (session.subject.brand !== caller.brand) throw notFound();
      const isNewSignal = caller.gpc && !session.signal;
      if (isNewSignal) {
        await recordSignal(served, session.subject);
        await sessions.markSignal(session.token);
      }
      const gpc = caller.gpc || (ports.signalFromInput && session.signal);
      const { subject, persona, name } = session;
      const current = isNewSignal ? undefined : session.current;
      return { served, subject, customer: name === null ? null : { persona, name }, gpc, current };
    },

    async open(caller, input) {
      const served = await brandOf(caller);
      const found = await sessionOf(caller);
      // A session of another brand is not this one's to go on with, nor to end.
      const old = found?.subject.brand === caller.brand ? found : null;
      const customer = await customerOf(ports, caller, served, input);
      const own = await ownSubject(caller, old);
      if (customer) await link(served, own, customer.subject);
      const subject = customer?.subject ?? own ?? (await newSubject(caller));
      const signal = caller.gpc || (ports.signalFromInput && input.gpc === true);
      if (signal) await recordSignal(served, subject);
      const secret = newSecret();
      const opened = now();
      const lasts = customer ? ports.sessionLasts : ports.browserLasts;
      const expiresAt = new Date(Date.parse(opened) + lasts).toISOString();
      const token = await digest(secret, ports.sha256);
      const { persona = null, name = null } = customer ?? {};
      await sessions.put({ token, subject, persona, name, signal, expiresAt }, opened);
      // A new session gets a new secret, and the old one opens nothing any more.
      if (old) await sessions.remove(old.token);
      caller.session.write(secret, expiresAt);
      if (customer) await ports.arrived(served, customer);
      return { customer: { name: name ?? '' }, expiresAt };
    },

    async close(caller) {
      await brandOf(caller);
      const secret = caller.session.read();
      if (!secret) return;
      await sessions.remove(await digest(secret, ports.sha256));
      caller.session.write(null, null);
    },
  };
};
