import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Overview } from '#contract/overview.ts';
import { useBackend } from './backend-context.tsx';
import { personal } from './query-client.ts';
import { useCapabilities } from './use-capabilities.ts';

export const overviewQuery = (backend: Backend) =>
  queryOptions({
    queryKey: [personal, 'overview'],
    queryFn: ({ signal }): Promise<Overview | null> => backend.getOverview({}, { signal }),
  });

const untold = queryOptions({ queryKey: [personal, 'untold'], queryFn: async (): Promise<Overview | null> => null });

/** What is held about the customer, what came back and when it was used; null where the backend does not tell. */
export function useOverview(): Overview | null {
  const backend = useBackend();
  const { overview: told } = useCapabilities();
  return useSuspenseQuery(told ? overviewQuery(backend) : untold).data;
}
