import type { ChangeFact, NoticeChanges } from '#contract/notice-changes.ts';
import type { Voice } from '#i18n/voice.ts';
import {
  changed,
  changesStrings,
  generalParts,
  keptInstead,
  lastsNow,
  ruleInstead,
  ruleNames,
} from './changes.strings.ts';

/** One thing of the notice, and what is said otherwise of it. */
export interface Changed {
  readonly id: string;
  readonly about: string;
  readonly facts: readonly string[];
}

type Words = Parameters<Voice['say']>[0];

const cameOrWent = (
  { way }: ChangeFact,
  words: Record<'widened' | 'narrowed', (name: string) => Words>,
  name: string,
) => words[way === 'narrowed' ? 'narrowed' : 'widened'](name);

const ruleName = (voice: Voice, id: string | null): string =>
  voice.say(ruleNames[(id ?? 'consent') as keyof typeof ruleNames]);

/** Each kind of change in words. A fact that has none of its own is told as a change of words. */
const tellers: Readonly<Record<ChangeFact['kind'], (voice: Voice, fact: ChangeFact) => Words>> = {
  purpose: () => changesStrings.purpose,
  basis: (voice, { before, after }) => ruleInstead(ruleName(voice, after), ruleName(voice, before)),
  item: (_, fact) => cameOrWent(fact, changed.item, fact.name ?? fact.id ?? ''),
  recipient: (_, fact) => cameOrWent(fact, changed.recipient, fact.name ?? fact.id ?? ''),
  for_itself: (_, fact) => cameOrWent(fact, changed.for_itself, fact.name ?? fact.id ?? ''),
  country: (voice, fact) => cameOrWent(fact, changed.country, voice.country(fact.id ?? '')),
  retention: (voice, { before, after }) =>
    before !== null && after !== null
      ? keptInstead(voice.duration(after), voice.duration(before))
      : changesStrings.words,
  automated: (_, { way }) => (way === 'narrowed' ? changesStrings.noMachine : changesStrings.machine),
  when_off: () => changesStrings.whenOff,
  lasts: (voice, { after }) => (after === null ? changesStrings.noEnd : lastsNow(voice.duration(after))),
  signal: (_, { after }) => (after === null ? changesStrings.signalOff : changesStrings.signalOn),
  grant: () => changesStrings.grant,
  marked: () => changesStrings.marked,
  source: () => changesStrings.source,
  passive: () => changesStrings.passive,
  sensitive: () => changesStrings.sensitive,
  words: () => changesStrings.words,
};

/** Facts in words, each sentence once. That words changed goes without saying where something else did. */
function sentences(voice: Voice, facts: readonly ChangeFact[]): readonly string[] {
  const other = facts.filter(({ kind }) => kind !== 'words');
  return [...new Set((other.length > 0 ? other : facts).map((fact) => voice.say(tellers[fact.kind](voice, fact))))];
}

/** What changed, in the order in which it matters: what asks for a new yes, other uses, kinds of data, the rest. */
export function changesOf(voice: Voice, { uses, categories, general }: NoticeChanges): readonly Changed[] {
  const { say } = voice;
  const ofUses = uses
    .toSorted((a, b) => Number(b.material !== null) - Number(a.material !== null))
    .map(({ use, name, change, facts }): Changed => {
      if (change === 'added') return { id: use, about: name, facts: [say(changesStrings.newUse)] };
      if (change === 'removed') return { id: use, about: name, facts: [say(changesStrings.endedUse)] };
      return { id: use, about: name, facts: sentences(voice, facts) };
    });
  const ofCategories = categories.map(({ category, name, change, facts }): Changed => {
    if (change === 'added') return { id: category, about: name, facts: [say(changesStrings.newKind)] };
    if (change === 'removed') return { id: category, about: name, facts: [say(changesStrings.endedKind)] };
    return { id: category, about: name, facts: sentences(voice, facts) };
  });
  const rest = general.map((part) => say(generalParts[part]));
  const all = [
    ...ofUses,
    ...ofCategories,
    ...(rest.length > 0 ? [{ id: 'also', about: say(changesStrings.also), facts: rest }] : []),
  ].filter(({ facts }) => facts.length > 0);
  return all.length > 0 ? all : [{ id: 'nothing', about: say(changesStrings.nothing), facts: [] }];
}
