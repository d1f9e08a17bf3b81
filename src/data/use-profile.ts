import { useLingui } from '@lingui/react';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Profile } from '#contract/profile.ts';
import type { Language } from '#contract/primitives.ts';
import { useBackend } from './backend-context.tsx';
import { personal } from './query-client.ts';

const profileQuery = (backend: Backend, language: Language) =>
  queryOptions({
    queryKey: [personal, 'profile', language],
    queryFn: ({ signal }) => backend.getProfile({ language }, { signal }),
  });

/** The questions of the brand, and what the customer answered. */
export function useProfile(): Profile {
  const { i18n } = useLingui();
  return useSuspenseQuery(profileQuery(useBackend(), i18n.locale)).data;
}
