import { writeDemoPast } from './demo-past.ts';
import { BackendError, type Caller } from './port.ts';
import { termsOfBrand, type Brands, type ServedBrand } from './published-brand.ts';
import { record, type Recorder } from './record.ts';
import { newSecret } from './secret.ts';
import type { FoundSession, LoadedSubject, SessionStore, StoredSession, Subject } from './subject-store.ts';
import type { OpenSession, Session } from '#contract/session.ts';
import { digest } from '#rules/chain.ts';
import { signalItems } from '#rules/signal.ts';

/** What keeping sessions takes. */
export interface SessionPorts extends Recorder {
  readonly brands: Brands;
  readonly sessions: SessionStore;
  /** Milliseconds that a session lasts. */
  readonly sessionLasts: number;
  /** Believe `openSession({gpc})`: only where no header can say it, so in a backend that lives in the browser. */
  readonly signalFromInput: boolean;
  /** What this browser's own subject is known by; null = a new subject for every browser that comes. */
  readonly browser: string | null;
}

/** A caller whose brand and session are known. */
interface SignedIn {
  readonly served: ServedBrand;
  readonly subject: Subject;
  readonly persona: string | null;
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

  const demoSubject = async (caller: Caller, served: ServedBrand, persona: string) => {
    if (!caller.demoAllowed) throw new BackendError('forbidden', 'Demo sessions open only on this machine itself.');
    const customer = await served.holder.demo(persona);
    if (!customer) throw notFound();
    const subject = await subjects.subjectFor(caller.brand, `demo:${persona}`);
    await writeDemoPast(ports, served.brand, subject, customer);
    return { subject, name: customer.name };
  };

  /** The browser's own subject: the one it has, while its session lives, else a new one. */
  const browserSubject = async (caller: Caller, old: StoredSession | null) => ({
    subject:
      old && old.persona === null && old.subject.brand === caller.brand
        ? old.subject
        : await subjects.subjectFor(caller.brand, ports.browser),
    name: '',
  });

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
      const current = isNewSignal ? undefined : session.current;
      return { served, subject: session.subject, persona: session.persona, gpc, current };
    },

    async open(caller, input) {
      const served = await brandOf(caller);
      const old = await sessionOf(caller);
      const persona = input.demo ?? null;
      const { subject, name } =
        persona === null ? await browserSubject(caller, old) : await demoSubject(caller, served, persona);
      const signal = caller.gpc || (ports.signalFromInput && input.gpc === true);
      if (signal) await recordSignal(served, subject);
      const secret = newSecret();
      const opened = now();
      const expiresAt = new Date(Date.parse(opened) + ports.sessionLasts).toISOString();
      await sessions.put({ token: await digest(secret, ports.sha256), subject, persona, signal, expiresAt }, opened);
      // A new session gets a new secret, and the old one opens nothing any more.
      if (old) await sessions.remove(old.token);
      caller.session.write(secret, expiresAt);
      return { customer: { name }, expiresAt };
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
