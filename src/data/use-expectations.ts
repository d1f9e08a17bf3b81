import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Expectations } from '#contract/expectations.ts';
import { useBackend } from './backend-context.tsx';
import { personal } from './query-client.ts';

export const expectationsQuery = (backend: Backend) =>
  queryOptions({
    queryKey: [personal, 'expectations'],
    queryFn: ({ signal }) => backend.getExpectations({}, { signal }),
  });

/** What the customer said of cards in the week that is open. */
export function useExpectations(): Expectations {
  return useSuspenseQuery(expectationsQuery(useBackend())).data;
}
