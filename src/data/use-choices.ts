import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import { useBackend } from './backend-context.tsx';
import { customerChoices } from './customer-choices.ts';
import { newer } from './fold-answer.ts';
import { personal } from './query-client.ts';

export const choicesQuery = (backend: Backend) =>
  queryOptions({
    queryKey: [personal, 'choices'],
    queryFn: ({ signal }) => customerChoices(backend, { signal }),
    structuralSharing: (before, after) => (before ? newer(before as Choices, after as Choices) : after),
  });

/** Every choice as the backend confirmed it. What the customer is about to change lies over it, in intents. */
export function useChoices(): Choices {
  return useSuspenseQuery(choicesQuery(useBackend())).data;
}

/**
 * Is this page a customer's? It stays so when their session ends: what was read is still on screen. Never asks and never
 * fails.
 */
export function useKnowsCustomer(): boolean {
  return useQuery({ ...choicesQuery(useBackend()), enabled: false }).data !== undefined;
}
