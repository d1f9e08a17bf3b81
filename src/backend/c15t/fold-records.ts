import type { Choices, ChoiceState, Decided } from '#contract/choices.ts';
import type { Instant } from '#contract/primitives.ts';
import { addToInstant } from '#rules/duration.ts';
import { choicesOf } from '#rules/effective.ts';
import type { ChoiceRecord, SubjectState } from '#rules/subject.ts';
import type { NoticeTerms } from '#rules/terms.ts';
import type { C15tRecord } from './preferences.ts';

const decidedIn = (record: C15tRecord, choice: string, notices: readonly NoticeTerms[]): Decided => {
  const { at, by, notice } = record;
  if (!record.on.has(choice)) return { value: 'off', at, by, notice, until: null, gpcAck: false };
  const lasts = notices.find(({ version }) => version === notice)?.choices[choice]?.lasts;
  const until = lasts ? addToInstant(at, lasts) : null;
  return { value: 'on', at, by, notice, until, gpcAck: record.acknowledged.has(choice) };
};

const valueIn = (record: C15tRecord, choice: string): string | null =>
  record.on.has(choice) ? 'on' : record.off.has(choice) ? 'off' : null;

type Decisions = Record<string, ChoiceRecord>;

const stateWith = (records: readonly C15tRecord[], choices: Decisions): SubjectState => ({
  seq: records.length,
  head: null,
  choices,
  signalAt: records.find(({ by }) => by === 'gpc')?.at ?? null,
});

/** What was decided, record after record, oldest first: whoever decided a choice last has the word. */
const decidedBy = (records: readonly C15tRecord[], notices: readonly NoticeTerms[]): SubjectState => {
  const choices: Decisions = {};
  for (const [index, record] of records.entries()) {
    for (const choice of record.named)
      choices[choice] = { seq: index + 1, decided: decidedIn(record, choice, notices) };
  }
  return stateWith(records, choices);
};

/**
 * What holds: the newest record alone, for it is what c15t tells a brand's scripts. Where two devices wrote at once it
 * can carry along what the other had just changed; the choice then holds as that record says, since that record.
 */
export const heldBy = (records: readonly C15tRecord[], notices: readonly NoticeTerms[]): SubjectState => {
  const state = decidedBy(records, notices);
  const newest = records.at(-1);
  if (!newest) return state;
  const choices: Decisions = { ...state.choices };
  for (const choice of new Set([...Object.keys(choices), ...newest.on, ...newest.off])) {
    const value = valueIn(newest, choice);
    if ((choices[choice]?.decided?.value ?? null) === value) continue;
    choices[choice] = { seq: records.length, decided: value === null ? null : decidedIn(newest, choice, notices) };
  }
  return stateWith(records, choices);
};

/** What the next record carries along: what was decided, and off wherever the newest record says off. */
export const carriedFrom = (records: readonly C15tRecord[], notices: readonly NoticeTerms[]): SubjectState => {
  const [decided, held] = [decidedBy(records, notices), heldBy(records, notices)];
  const safer = Object.entries(held.choices).filter(([, one]) => one.decided?.value === 'off');
  return { ...decided, choices: { ...decided.choices, ...Object.fromEntries(safer) } };
};

/** The choices that were turned off, and that the newest record does not say so of: another record ran them over. */
export const runOver = (records: readonly C15tRecord[], notices: readonly NoticeTerms[]): string[] =>
  Object.entries(decidedBy(records, notices).choices)
    .filter(([choice, { decided }]) => decided?.value === 'off' && !records.at(-1)?.off.has(choice))
    .map(([choice]) => choice);

/** The choices as they stand. One that the newest record left out is as before anyone decided, since that record. */
export const choicesHeld = (
  records: readonly C15tRecord[],
  notices: readonly NoticeTerms[],
  now: Instant,
  gpc: boolean,
): Choices => {
  const held = choicesOf(heldBy(records, notices), notices, now, gpc);
  const left = (one: ChoiceState): ChoiceState =>
    one.decided === null && one.seq > 0 && one.since === null ? { ...one, since: records.at(-1)?.at ?? null } : one;
  return { ...held, choices: held.choices.map(left) };
};
