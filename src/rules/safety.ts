import type { About } from '#contract/about.ts';
import type { Safety } from '#contract/safety.ts';
import type { Holdings } from './holdings.ts';

/** How a brand keeps data safe, and what went wrong: newest first, each with whether this customer was in it. */
export function safetyOf({ incidents }: Holdings, about: About): Safety {
  const you = (id: string) => {
    if (incidents === undefined) return 'not_known';
    return incidents.includes(id) ? 'in' : 'not_in';
  };
  return {
    facts: about.safety,
    incidents: about.incidents
      .toSorted((a, b) => b.from.localeCompare(a.from) || a.id.localeCompare(b.id))
      .map((incident) => ({ ...incident, you: you(incident.id) })),
  };
}
