import { useLingui } from '@lingui/react';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { Backend } from '#backend/port.ts';
import type { Preview } from '#contract/preview.ts';
import type { Language, Seq } from '#contract/primitives.ts';
import { useBackend } from './backend-context.tsx';
import { personal } from './query-client.ts';
import { useChoices } from './use-choices.ts';

const previewQuery = (backend: Backend, about: Preview['about'], language: Language, decided: Seq) =>
  queryOptions({
    queryKey: [personal, 'preview', about, language, decided],
    queryFn: ({ signal }) => backend.previewExperience({ about, language }, { signal }),
  });

/**
 * What the customer would meet with a use or a category, and without. It follows every decision that is stored, since
 * the other uses are as decided; what is shown stays until the answer to the new one is here.
 */
export function usePreview(about: Preview['about']): Preview {
  const { i18n } = useLingui();
  const decided = useDeferredValue(useChoices().seq);
  return useSuspenseQuery(previewQuery(useBackend(), about, i18n.locale, decided)).data;
}
