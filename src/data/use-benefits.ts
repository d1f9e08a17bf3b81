import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Ledger } from '#contract/benefits.ts';
import { useBackend } from './backend-context.tsx';
import { personal } from './query-client.ts';

const benefitsQuery = (backend: Backend, year: number | null) =>
  queryOptions({
    queryKey: [personal, 'benefits', year],
    queryFn: ({ signal }) => backend.listBenefits(year === null ? {} : { year }, { signal }),
  });

/** The ledger of what was really received in a calendar year; null = in this one. */
export function useBenefits(year: number | null): Ledger {
  return useSuspenseQuery(benefitsQuery(useBackend(), year)).data;
}
