import type { Notice } from '#contract/notice.ts';
import type { Incident, Safety, SafetyFact } from '#contract/safety.ts';
import type { Voice } from '#i18n/voice.ts';
import { checkedOn, during, inIt, noIncident } from './safety.strings.ts';

/** How one kind of data is kept, or all of it. */
export interface KeptSafe {
  readonly id: string;
  /** The kind of data; null = all of it. */
  readonly name: string | null;
  readonly checked: string;
  readonly fact: SafetyFact;
}

/** An incident in words. */
export interface ToldIncident {
  readonly incident: Incident;
  readonly you: string;
  readonly when: string;
  readonly found: string;
  readonly told: string;
  readonly data: string;
}

/** Everything that the page says, in its order. */
export interface ToldSafety {
  readonly all: readonly KeptSafe[];
  readonly incidents: readonly ToldIncident[];
  /** Said where there was no incident; null = there was one. */
  readonly none: string | null;
  readonly kinds: readonly KeptSafe[];
}

export function toldSafety(voice: Voice, notice: Notice, { facts, incidents }: Safety): ToldSafety {
  const { say, date, list } = voice;
  const nameOf = (id: string): string => notice.categories.find((one) => one.id === id)?.name ?? id;
  const kept = (fact: SafetyFact): KeptSafe => ({
    id: fact.category ?? 'all',
    name: fact.category === null ? null : nameOf(fact.category),
    checked: say(checkedOn(date(fact.asOf))),
    fact,
  });
  const latest = facts
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1);
  return {
    all: facts.filter(({ category }) => category === null).map(kept),
    incidents: incidents.map((incident) => ({
      incident,
      you: say(inIt[incident.you]),
      when: say(during(date(incident.from), date(incident.to))),
      found: date(incident.found),
      told: date(incident.told),
      data: list(incident.categories.map(nameOf)),
    })),
    none: incidents.length > 0 ? null : say(noIncident(latest === undefined ? null : date(latest))),
    kinds: notice.categories.flatMap(({ id }) => facts.filter(({ category }) => category === id)).map(kept),
  };
}
