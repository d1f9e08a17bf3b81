import { useQuery } from '@tanstack/react-query';
import type { Instant } from '#contract/primitives.ts';
import { useBackend } from './backend-context.tsx';
import { overviewQuery } from './use-overview.ts';

/** When the customer was here before this visit, as far as it is known; else null. Never asks and never fails. */
export const useLastHere = (): Instant | null =>
  useQuery({ ...overviewQuery(useBackend()), enabled: false }).data?.lastHere?.at ?? null;
