import { useLingui } from '@lingui/react';
import { infiniteQueryOptions, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { ActivityFilter, ActivityPage } from '#contract/activity.ts';
import type { Language } from '#contract/primitives.ts';
import { useBackend } from './backend-context.tsx';
import { pagedOf, pageSize, type Paged } from './paged.ts';
import { personal } from './query-client.ts';

/** Which events to show; without any field, all. */
export type ActivityAsked = Omit<ActivityFilter, 'cursor' | 'limit' | 'language'>;

const activityQuery = (backend: Backend, asked: ActivityAsked, language: Language) =>
  infiniteQueryOptions({
    queryKey: [personal, 'activity', asked, language],
    queryFn: ({ signal, pageParam }) =>
      backend.listActivity({ ...asked, language, ...pageSize(pageParam) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

/** What was done with the data, newest first, page by page; each page says what its uses' events mean. */
export function useActivity(asked: ActivityAsked): Paged<ActivityPage> {
  const { i18n } = useLingui();
  return pagedOf(useSuspenseInfiniteQuery(activityQuery(useBackend(), asked, i18n.locale)));
}
