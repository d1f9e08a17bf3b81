import type { ChangeFact } from '#contract/notice-changes.ts';
import type { Duration } from '#contract/primitives.ts';
import { canonical } from './chain.ts';
import { compareDurations } from './duration.ts';

type Kind = ChangeFact['kind'];
type Way = ChangeFact['way'];
type Value = string | boolean | null;
type Words = string | null;

/** A fact, of which nothing is known that is not given. */
export const fact = (kind: Kind, way: Way, more: Partial<ChangeFact> = {}): ChangeFact => ({
  kind,
  way,
  id: null,
  name: null,
  before: null,
  after: null,
  ...more,
});

const textOf = (value: Value): string | null => (value === null ? null : String(value));

/** A fact for a field that differs; none where it does not. */
export const differing = (
  kind: Kind,
  way: Way,
  id: string | null,
  before: Value,
  after: Value,
): readonly ChangeFact[] =>
  before === after ? [] : [fact(kind, way, { id, before: textOf(before), after: textOf(after) })];

/** A fact for each field of words that differs. */
export const reworded = (
  fields: Readonly<Record<string, readonly [before: Words, after: Words]>>,
): readonly ChangeFact[] =>
  Object.entries(fields).flatMap(([id, [before, after]]) => differing('words', 'reworded', id, before, after));

/** A fact for words with values in them: that they differ, and not what they are, for they are no text yet. */
export const rewordedMessage = (id: string, before: unknown, after: unknown): readonly ChangeFact[] =>
  canonical(before) === canonical(after) ? [] : [fact('words', 'reworded', { id })];

/** How long something is kept: longer, shorter, or the same in other units. What cannot be compared counts as longer. */
export const periodFacts = (before: Duration, after: Duration): readonly ChangeFact[] => {
  const longer = compareDurations(after, before) ?? 1;
  return differing('retention', longer > 0 ? 'widened' : longer < 0 ? 'narrowed' : 'changed', null, before, after);
};

/** Which ids came, and which went. */
export const comings = (
  before: readonly string[],
  after: readonly string[],
): readonly { readonly id: string; readonly came: boolean }[] => [
  ...after.filter((id) => !before.includes(id)).map((id) => ({ id, came: true })),
  ...before.filter((id) => !after.includes(id)).map((id) => ({ id, came: false })),
];
