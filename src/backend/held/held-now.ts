import type { HeldNow, HoldingsStore } from '#backend/holdings-store.ts';
import { BackendError } from '#backend/port.ts';
import type { Holder } from '#backend/published-brand.ts';
import type { Subject } from '#backend/subject-store.ts';
import type { Holdings } from '#rules/holdings.ts';

/** A customer, and who knows the made-up ones. */
export interface Who {
  readonly holder: Holder;
  readonly subject: Subject;
  /** The demo persona that is signed in; null = none is. */
  readonly persona: string | null;
}

const nothing: Holdings = { customer: { name: '' }, records: [], events: [] };

const begun = async (store: HoldingsStore, subject: Subject, first: Holdings): Promise<HeldNow> => {
  await store.add(subject, first);
  const now = await store.read(subject);
  if (now) return now;
  throw new BackendError('busy', 'What is held could not be put down. Send the same again, with the same key.');
};

/**
 * What is held about a customer. Of one of whom nobody ever said anything, that is nothing, and is not yet written
 * down: its revision is 0. A persona's begins with what its brand says of it. Throws `not_found` for one that is not.
 */
export const heldNow = async (store: HoldingsStore, { holder, subject, persona }: Who): Promise<HeldNow> => {
  const known = await store.read(subject);
  if (known) return known;
  if (persona === null) return { revision: 0, holdings: nothing };
  const customer = await holder.demo(persona);
  if (customer) return begun(store, subject, customer.holdings);
  throw new BackendError('not_found', 'Nothing is held under this session. Sign in first.');
};

/** The same where it is about to change: what is not yet written down is. */
export const heldToChange = async (store: HoldingsStore, who: Who): Promise<HeldNow> => {
  const now = await heldNow(store, who);
  return now.revision === 0 ? begun(store, who.subject, now.holdings) : now;
};
