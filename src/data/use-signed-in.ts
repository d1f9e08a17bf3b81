import { useQuery } from '@tanstack/react-query';
import { useBackend } from './backend-context.tsx';
import { isSignedOut } from './query-client.ts';
import { choicesQuery } from './use-choices.ts';
import { overviewQuery } from './use-overview.ts';

/**
 * Who is signed in, as far as it is known; null while nobody is. It reads what the pages asked for, never asks itself
 * and never fails, so that what stands around the pages stands.
 */
export function useSignedIn(): { readonly name: string | null } | null {
  const backend = useBackend();
  const { data: choices, error } = useQuery({ ...choicesQuery(backend), enabled: false });
  const overview = useQuery({ ...overviewQuery(backend), enabled: false }).data;
  const name = overview?.customer.name ?? null;
  if (isSignedOut(error)) return null;
  return choices || name !== null ? { name } : null;
}
