import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Capabilities } from '#contract/capabilities.ts';
import { useBackend } from './backend-context.tsx';

export const capabilitiesQuery = (backend: Backend) =>
  queryOptions({ queryKey: ['capabilities'], queryFn: ({ signal }) => backend.getCapabilities({}, { signal }) });

/** What the backend can do, and the face of the brand. */
export function useCapabilities(): Capabilities {
  return useSuspenseQuery(capabilitiesQuery(useBackend())).data;
}

/** The same as far as it is known; null until then. For what stands around the pages and may not fail with them. */
export function useKnownCapabilities(): Capabilities | null {
  return useQuery(capabilitiesQuery(useBackend())).data ?? null;
}
