import { useMemo } from 'react';
import type { Notice } from '#contract/notice.ts';
import type { ChoiceId } from '#contract/primitives.ts';
import { isOptional } from '#rules/options.ts';
import { useShownChoices } from './use-intents.ts';

/** Is data used for this now? By contract or law always, else as the choices say. Always the same one until one changes. */
export function useInForce({ categories }: Notice): (use: ChoiceId) => boolean {
  const { views } = useShownChoices();
  return useMemo(() => {
    const inForce = new Set(
      categories
        .flatMap(({ uses }) => uses)
        .filter((use) => !isOptional(use) || (views[use.id]?.inForce ?? 'off') !== 'off')
        .map(({ id }) => id),
    );
    return (use) => inForce.has(use);
  }, [categories, views]);
}
