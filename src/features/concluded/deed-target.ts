import type { Deeds } from '#intents/use-deeds.ts';
import type { DeedFacts } from '#ui/deed-line.model.ts';

/** What everything on the page that can be judged knows. */
export interface ToJudge extends DeedFacts {
  readonly signInUrl: string | null;
  readonly deeds: Deeds;
}

/** The target of what is done to a conclusion, or to what is never to be concluded. */
export const targetOf = (id: string): string => `conclusion:${id}`;
