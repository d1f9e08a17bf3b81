import { useLingui } from '@lingui/react';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Inferences } from '#contract/inferences.ts';
import type { Language } from '#contract/primitives.ts';
import { useBackend } from './backend-context.tsx';
import { personal } from './query-client.ts';

const inferencesQuery = (backend: Backend, language: Language) =>
  queryOptions({
    queryKey: [personal, 'inferences', language],
    queryFn: ({ signal }) => backend.listInferences({ language }, { signal }),
  });

/** What was concluded, what is forbidden to conclude, and the picture that all of it makes. */
export function useInferences(): Inferences {
  const { i18n } = useLingui();
  return useSuspenseQuery(inferencesQuery(useBackend(), i18n.locale)).data;
}
