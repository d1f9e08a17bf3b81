import type { By } from '#contract/choices.ts';
import type { Instant } from '#contract/primitives.ts';
import type { UnsealedEntry } from '#rules/fold.ts';
import type { SubjectState } from '#rules/subject.ts';

/** What c15t gives back of a record: the keys that were true. Keys that were false vanish, so nothing is sent false. */
export type Preferences = Readonly<Record<string, boolean>>;

/** One record of c15t that Evenhand wrote, read back: the state of every choice then, and what it was that was decided. */
export interface C15tRecord {
  readonly givenAt: number;
  readonly at: Instant;
  readonly by: By;
  readonly notice: number;
  /** The choices that this record decided. The others are carried along. */
  readonly named: readonly string[];
  readonly on: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
  /** Granted in knowledge of the browser's signal. */
  readonly acknowledged: ReadonlySet<string>;
}

/*
 * The keys, in c15t's permissive scope:
 *   purchases.picks        on. This is what a brand's scripts ask for.
 *   no:purchases.picks     off because somebody decided so. Without it a refusal and "never asked" are one.
 *   did:purchases.picks    this record decided it
 *   knew:purchases.picks   it was granted in knowledge of the browser's signal
 *   notice:3               it was made on version 3 of the notice; also the mark that Evenhand wrote the record
 *   by:gpc                 a browser's signal made it
 */

/** The whole state after an entry, as c15t stores it: a record of c15t is all there is, never a change. */
export const preferencesOf = (state: SubjectState, entry: UnsealedEntry): Preferences => {
  const keys = [`notice:${entry.notice.version}`, ...(entry.by === 'gpc' ? ['by:gpc'] : [])];
  for (const [choice, { decided }] of Object.entries(state.choices)) {
    if (!decided) continue;
    keys.push(decided.value === 'off' ? `no:${choice}` : choice);
    if (decided.gpcAck) keys.push(`knew:${choice}`);
  }
  for (const { choice, outcome } of entry.items) if (outcome === 'applied') keys.push(`did:${choice}`);
  return Object.fromEntries(keys.map((key) => [key, true]));
};

const after = (keys: readonly string[], mark: string): string[] =>
  keys.filter((key) => key.startsWith(mark)).map((key) => key.slice(mark.length));

/** Reads a record back; null where somebody else than Evenhand wrote it. */
export const recordFrom = (preferences: Preferences, givenAt: number): C15tRecord | null => {
  const keys = Object.keys(preferences).filter((key) => preferences[key]);
  const notice = Number(after(keys, 'notice:')[0]);
  if (!Number.isSafeInteger(notice) || notice < 1) return null;
  return {
    givenAt,
    at: new Date(givenAt).toISOString(),
    by: keys.includes('by:gpc') ? 'gpc' : 'customer',
    notice,
    named: after(keys, 'did:'),
    on: new Set(keys.filter((key) => !key.includes(':'))),
    off: new Set(after(keys, 'no:')),
    acknowledged: new Set(after(keys, 'knew:')),
  };
};
