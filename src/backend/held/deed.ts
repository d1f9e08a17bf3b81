import type { Deed, HoldingsStore } from '#backend/holdings-store.ts';
import { BackendError } from '#backend/port.ts';
import type { Instant } from '#contract/primitives.ts';
import { canonical, digest, type Sha256 } from '#rules/chain.ts';
import type { Holdings } from '#rules/holdings.ts';
import { heldNow, heldToChange, type Who } from './held-now.ts';
import { changedBy, noChange, type Change } from './holdings-change.ts';

/** How often a deed is thought of again when somebody else was first. */
const ATTEMPTS = 5;

/** What doing deeds takes. */
export interface DeedPorts {
  readonly holdings: HoldingsStore;
  readonly now: () => Instant;
  readonly sha256?: Sha256 | undefined;
  /** Does the deeds of one subject one after the other; see `turns`. */
  readonly inTurn: <T>(key: string, work: () => Promise<T>) => Promise<T>;
}

/** What a customer wants done to what is held. */
export interface Wish {
  readonly kind: Deed['kind'];
  readonly key: string;
  /** What was asked for: the same key with anything else is refused. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** What becomes of it, given what is held. `told` is kept to be told again. Throws a `BackendError` where it cannot be. */
  readonly plan: (held: Holdings, now: Instant) => { readonly change: Partial<Change>; readonly told?: unknown };
}

/** A deed that is stored. */
export interface Done {
  /** What is held now that it is done. */
  readonly holdings: Holdings;
  /** What `plan` told, the first time. */
  readonly told: unknown;
  readonly at: Instant;
  readonly replayed: boolean;
}

const commandOf = async ({ kind, asked }: Wish, sha256?: Sha256): Promise<string> => {
  try {
    return await digest(canonical({ kind, asked }), sha256);
  } catch (cause) {
    throw new BackendError('malformed', 'Half a character cannot be kept. Send whole characters.', { cause });
  }
};

const replay = async (ports: DeedPorts, who: Who, { key, kind }: Wish, command: string): Promise<Done | null> => {
  const known = await ports.holdings.findDeed(who.subject, key);
  if (!known) return null;
  if (known.kind !== kind || (known.command ?? command) !== command) {
    throw new BackendError('key_reused', 'This key was used for something else. Make a new key for a new intent.');
  }
  const { holdings } = await heldNow(ports.holdings, who);
  return { holdings, told: JSON.parse(known.answer), at: known.at, replayed: true };
};

/**
 * Does a deed, once: thinks it out on what is held and writes it by compare-and-set on the revision. Whoever was second,
 * in another process, thinks again on what is held by then. The same key again is told of the same deed.
 *
 * A deed keeps no words of what it was done to: they are read from what is held, so that what is forgotten is gone.
 */
export const doDeed = (ports: DeedPorts, who: Who, wish: Wish): Promise<Done> =>
  ports.inTurn(who.subject.id, async () => {
    const { kind, key } = wish;
    const command = await commandOf(wish, ports.sha256);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const known = await replay(ports, who, wish, command);
      if (known) return known;
      const { revision, holdings } = await heldToChange(ports.holdings, who);
      const at = ports.now();
      const { change, told = null } = wish.plan(holdings, at);
      const whole = { ...noChange, ...change };
      const deed = { key, command, kind, at, answer: JSON.stringify(told) };
      const outcome = await ports.holdings.change({ subject: who.subject, revision, ...whole, deed });
      if (outcome === 'stored') return { holdings: changedBy(holdings, whole), told, at, replayed: false };
    }
    throw new BackendError('busy', 'Others are changing the same. Send the same again, with the same key.');
  });
