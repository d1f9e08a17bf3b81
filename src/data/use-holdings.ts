import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { HoldingsList } from '#contract/holdings.ts';
import { useBackend } from './backend-context.tsx';
import { personal } from './query-client.ts';

const holdingsQuery = (backend: Backend) =>
  queryOptions({ queryKey: [personal, 'holdings'], queryFn: ({ signal }) => backend.listHoldings({}, { signal }) });

/** All that is held, by category: how much, since when, where from. */
export function useHoldings(): HoldingsList {
  return useSuspenseQuery(holdingsQuery(useBackend())).data;
}
