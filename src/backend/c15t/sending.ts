import { BackendError } from '#backend/port.ts';
import type { Input, Output } from '#contract/contract.ts';
import type { RecordedItem } from '#contract/decisions.ts';
import { canonical, digest } from '#rules/chain.ts';
import { decide } from '#rules/decide.ts';
import { apply, type UnsealedEntry } from '#rules/fold.ts';
import type { NoticeTerms } from '#rules/terms.ts';
import type { C15tWhole, C15tWrite } from './c15t-api.ts';
import { carriedFrom, choicesHeld, heldBy, runOver } from './fold-records.ts';
import { preferencesOf, recordFrom, type C15tRecord } from './preferences.ts';

/** One press on its way: what was asked, and the record that was made of it. */
export interface Sending {
  readonly entry: UnsealedEntry;
  readonly write: C15tWrite;
  /** The newest record that it was built on; 0 = there was none. */
  readonly base: number;
  /** c15t answered that it took it. That alone proves nothing. */
  readonly taken: boolean;
}

/** What the press is judged by. */
export interface Grounds {
  readonly notices: readonly NoticeTerms[];
  readonly gpc: boolean;
}

const newestOf = (records: readonly C15tRecord[]): number => records.at(-1)?.givenAt ?? 0;

/** The record that this press made. One of the same time that decides something else is of somebody who was first. */
export const recordOfSending = ({ records }: C15tWhole, { write }: Pick<Sending, 'write'>): C15tRecord | undefined => {
  const mine = recordFrom(write.preferences, write.givenAt);
  const same = (one: C15tRecord): boolean =>
    one.named.toSorted().join() === mine?.named.toSorted().join() &&
    one.named.every((it) => one.on.has(it) === mine.on.has(it));
  return records.find((one) => one.givenAt === write.givenAt && same(one));
};

/** The record that puts an entry beside everything that stands. Its time rises strictly: an equal one stores nothing. */
const writeOf = (whole: C15tWhole, entry: UnsealedEntry, notices: readonly NoticeTerms[]): C15tWrite => {
  const carried = carriedFrom(whole.records, notices);
  return { givenAt: Date.parse(entry.at), preferences: preferencesOf(apply(carried, entry, null), entry) };
};

/** No earlier than the newest record: what holds was decided by then. */
export const nowOf = ({ now, records }: C15tWhole): string => new Date(Math.max(now, newestOf(records))).toISOString();

const nextInstant = ({ now, records }: C15tWhole): string =>
  new Date(Math.max(now, newestOf(records) + 1)).toISOString();

/** Judges a command by what holds now, and makes a record of it. Throws the refusal where nothing of it applies. */
export const compose = (
  whole: C15tWhole,
  items: Input<'decide'>['items'],
  by: 'customer' | 'gpc',
  { notices, gpc }: Grounds,
): Sending => {
  const wished = items.find((item) => item.until !== undefined);
  if (wished)
    throw new BackendError('malformed', `until of "${wished.choice}": c15t cannot keep when a grant shall end.`);
  const decision = decide(heldBy(whole.records, notices), { items, by, gpc }, notices, nextInstant(whole));
  if (!decision.stored) throw new BackendError(decision.problem, decision.detail, { current: decision.current });
  const { entry } = decision;
  return { entry, write: writeOf(whole, entry, notices), base: newestOf(whole.records), taken: false };
};

/** The choices that somebody else turned off while this press, which turns them on, was under way. */
const crossed = ({ records }: C15tWhole, { entry, write, base }: Sending): string[] => {
  const others = records.filter(({ givenAt }) => givenAt > base && givenAt !== write.givenAt);
  const granted = entry.items.filter(({ outcome, value }) => outcome === 'applied' && value !== 'off');
  return granted
    .map(({ choice }) => choice)
    .filter((it) => others.some((one) => one.named.includes(it) && one.off.has(it)));
};

/** The entry with these choices not granted after all. */
const without = (entry: UnsealedEntry, choices: readonly string[]): UnsealedEntry => ({
  ...entry,
  raced: entry.raced || choices.length > 0,
  items: entry.items.map((item): RecordedItem =>
    choices.includes(item.choice) ? { ...item, outcome: 'stale' } : item,
  ),
});

/** What is to be done after a press was sent and everything was read once more. */
export type Next =
  | { readonly kind: 'confirmed'; readonly answer: Output<'decide'> }
  | { readonly kind: 'send'; readonly sending: Sending }
  | { readonly kind: 'asks'; readonly error: BackendError };

/**
 * Holds a press against what was read. A withdrawal that is not there, or that another record ran over, is sent anew
 * until a read shows it. A grant is sent once: where it is not there, or somebody turned the same off meanwhile, the
 * customer is asked.
 */
export const settle = async (whole: C15tWhole, sending: Sending, { notices, gpc }: Grounds): Promise<Next> => {
  const mine = recordOfSending(whole, sending);
  const applied = sending.entry.items.filter(({ outcome }) => outcome === 'applied');
  const granted = applied.filter(({ value }) => value !== 'off').map(({ choice }) => choice);
  const held = heldBy(whole.records, notices).choices;
  const gone = granted.filter((choice) => !mine || held[choice]?.decided?.value === 'off' || !held[choice]?.decided);
  const entry = without(sending.entry, [...gone, ...(mine ? crossed(whole, sending) : [])]);
  const lost = [...runOver(whole.records, notices), ...(mine ? crossed(whole, sending) : [])];
  const withdrawn = mine ? [] : applied.filter(({ value }) => value === 'off').map(({ choice }) => choice);
  const again = [...new Set([...lost, ...withdrawn])];
  if (again.length > 0) {
    const off = again.map((choice) => ({ choice, value: 'off' }));
    const repair = compose(whole, off, 'customer', { notices, gpc });
    return { kind: 'send', sending: { ...repair, entry: { ...entry, at: repair.entry.at } } };
  }
  if (!entry.items.some(({ outcome }) => outcome === 'applied')) {
    const named = new Set(entry.items.map(({ choice }) => choice));
    const { choices } = choicesHeld(whole.records, notices, nowOf(whole), gpc);
    const current = choices.filter(({ choice }) => named.has(choice));
    return {
      kind: 'asks',
      error: new BackendError('stale', 'It was not stored as asked. Show what holds and ask again.', { current }),
    };
  }
  const seq = whole.records.indexOf(mine as C15tRecord) + 1;
  const items = entry.items.map((item) => (item.outcome === 'applied' ? { ...item, seq } : item));
  const numbered = { ...entry, seq, items };
  const hash = await digest(canonical(numbered));
  return { kind: 'confirmed', answer: { entry: { ...numbered, hash }, receipt: '', replayed: false } };
};
