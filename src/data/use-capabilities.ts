import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Capabilities } from '#contract/capabilities.ts';
import { useBackend } from './backend-context.tsx';

export const capabilitiesQuery = (backend: Backend) =>
  queryOptions({ queryKey: ['capabilities'], queryFn: ({ signal }) => backend.getCapabilities({}, { signal }) });

/** What the backend can do, and the face of the brand. */
export function useCapabilities(): Capabilities {
  return useSuspenseQuery(capabilitiesQuery(useBackend())).data;
}
