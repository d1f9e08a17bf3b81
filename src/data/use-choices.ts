import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { BackendError, type Backend, type CallOptions } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import { useBackend } from './backend-context.tsx';
import { newer } from './fold-answer.ts';
import { personal } from './query-client.ts';

/**
 * The choices of a customer. Throws `signed_out` also where the session is this browser's own: what it turned off without
 * signing in is shown elsewhere, and is never taken for the customer coming back.
 */
export async function customerChoices(backend: Pick<Backend, 'getChoices'>, options?: CallOptions): Promise<Choices> {
  const choices = await backend.getChoices({}, options);
  if (choices.browser) throw new BackendError('signed_out', "The session is this browser's own. Sign in.");
  return choices;
}

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
