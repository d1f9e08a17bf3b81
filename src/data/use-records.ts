import { infiniteQueryOptions, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { RecordFilter, RecordPage } from '#contract/holdings.ts';
import { useBackend } from './backend-context.tsx';
import { pagedOf, pageSize, type Paged } from './paged.ts';
import { personal } from './query-client.ts';

/** Which records to show; without any field, all. */
export type RecordsAsked = Omit<RecordFilter, 'cursor' | 'limit'>;

const recordsQuery = (backend: Backend, asked: RecordsAsked) =>
  infiniteQueryOptions({
    queryKey: [personal, 'records', asked],
    queryFn: ({ signal, pageParam }) => backend.listRecords({ ...asked, ...pageSize(pageParam) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

/** The records themselves, newest first, page by page. */
export function useRecords(asked: RecordsAsked): Paged<RecordPage> {
  return pagedOf(useSuspenseInfiniteQuery(recordsQuery(useBackend(), asked)));
}
