import { useLingui } from '@lingui/react';
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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
 * the other uses are as decided; what is shown stays until the answer to the new one is here, and holds up nothing else
 * that is to be drawn: a press made meanwhile must know what was stored.
 */
export function usePreview(about: Preview['about']): Preview {
  const { i18n } = useLingui();
  const language = i18n.locale;
  const backend = useBackend();
  const client = useQueryClient();
  const decided = useChoices().seq;
  const [shown, setShown] = useState(decided);
  useEffect(() => {
    let wanted = true;
    const show = (): void => {
      if (wanted) setShown(decided);
    };
    void client.prefetchQuery(previewQuery(backend, about, language, decided)).then(show);
    return () => {
      wanted = false;
    };
  }, [client, backend, about, language, decided]);
  return useSuspenseQuery(previewQuery(backend, about, language, shown)).data;
}
