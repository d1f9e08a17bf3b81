import { useLingui } from '@lingui/react';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Safety } from '#contract/safety.ts';
import type { Language } from '#contract/primitives.ts';
import { useBackend } from './backend-context.tsx';
import { personal } from './query-client.ts';

const safetyQuery = (backend: Backend, language: Language) =>
  queryOptions({
    queryKey: [personal, 'safety', language],
    queryFn: ({ signal }) => backend.getSafety({ language }, { signal }),
  });

/** How the data is kept safe, and what went wrong. */
export function useSafety(): Safety {
  const { i18n } = useLingui();
  return useSuspenseQuery(safetyQuery(useBackend(), i18n.locale)).data;
}
