import { writeDemoPast } from './demo-past.ts';
import { BackendError, type Caller } from './port.ts';
import type { ServedBrand } from './published-brand.ts';
import type { Recorder } from './record.ts';
import { checkSignInToken, LEEWAY, type TokenFault } from './sign-in-token.ts';
import type { Subject } from './subject-store.ts';
import type { UsedTokens } from './used-tokens.ts';
import type { BrandId } from '#contract/primitives.ts';
import type { OpenSession } from '#contract/session.ts';
import { canonical, digest } from '#rules/chain.ts';

/** What signing customers in takes. */
export interface SignInPorts extends Recorder {
  readonly tokens: UsedTokens;
  /** Told why a token was refused. Whoever sent it is not. */
  readonly refusedToken: (brand: BrandId, fault: TokenFault) => void;
}

/** A customer who has shown who they are. */
export interface SignedInCustomer {
  readonly subject: Subject;
  readonly persona: string | null;
  /** How to greet them; empty = the brand did not say. Kept with the session, never in the record. */
  readonly name: string;
}

/** One answer for every fault, and for known and unknown customers alike. */
const noGoodToken = () =>
  new BackendError('forbidden', 'This sign-in token cannot be used. Get a new one from the brand and send it once.');

const byDemo = async (
  ports: SignInPorts,
  caller: Caller,
  { brand, holder }: ServedBrand,
  persona: string,
): Promise<SignedInCustomer> => {
  if (!caller.demoAllowed) throw new BackendError('forbidden', 'Demo sessions open only on this machine itself.');
  const customer = await holder.demo(persona);
  if (!customer) throw new BackendError('not_found', 'Nothing is here for you.');
  const subject = await ports.subjects.subjectFor(caller.brand, `demo:${persona}`);
  await writeDemoPast(ports, brand, subject, customer);
  return { subject, persona, name: customer.name };
};

const byToken = async (
  ports: SignInPorts,
  caller: Caller,
  { brand }: ServedBrand,
  token: string,
): Promise<SignedInCustomer> => {
  const refused = (fault: TokenFault): BackendError => {
    ports.refusedToken(caller.brand, fault);
    return noGoodToken();
  };
  const now = ports.now();
  const audience = ports.signer.issuer(caller.brand);
  const checked = await checkSignInToken(token, { signIn: brand.signIn, audience, now: Date.parse(now) });
  if (!checked.ok) throw refused(checked.fault);
  const { sub, jti, exp, name } = checked.claims;
  const until = new Date((exp + LEEWAY) * 1000).toISOString();
  const used = { brand: caller.brand, token: await digest(jti, ports.sha256), until };
  if (!(await ports.tokens.use(used, now))) throw refused('used');
  // Not what the brand calls the customer but a digest of it: it may be an e-mail address, and none is to stand in
  // clear in a file. With the brand in it, the same customer of two brands is two.
  const known = await digest(canonical(['sub', caller.brand, sub]), ports.sha256);
  return { subject: await ports.subjects.subjectFor(caller.brand, `sub:${known}`), persona: null, name };
};

/** The customer that a request to open a session shows itself to be; null = it names none. */
export const customerOf = async (
  ports: SignInPorts,
  caller: Caller,
  served: ServedBrand,
  { demo, token }: OpenSession,
): Promise<SignedInCustomer | null> => {
  if (demo !== undefined && token !== undefined) {
    throw new BackendError('malformed', 'demo, token: send one of them.');
  }
  if (token !== undefined) return byToken(ports, caller, served, token);
  return demo === undefined ? null : byDemo(ports, caller, served, demo);
};
