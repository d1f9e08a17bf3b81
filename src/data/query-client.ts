import { hashKey, QueryCache, QueryClient, type Query } from '@tanstack/react-query';
import { BackendError } from '#backend/port.ts';

/** Every query about the customer has a key that begins so, and goes when their session does. */
export const personal = 'me';

/** Worth one quick second try before the customer is told: the way was broken or the other side was busy. */
const passes = (error: Error): boolean => error instanceof BackendError && ['offline', 'busy'].includes(error.code);

export const isSignedOut = (error: unknown): boolean => error instanceof BackendError && error.code === 'signed_out';

const isPersonal = (query: { readonly queryKey: readonly unknown[] }): boolean => query.queryKey[0] === personal;

/** What this browser knows of the backend's truth. Nothing is in here that the backend did not answer. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // Whoever looks at this screen now need not be the customer who was signed in.
        if (isSignedOut(error) && isPersonal(query) && query.state.data !== undefined) dropPersonal(client);
      },
    }),
    defaultOptions: {
      queries: {
        // Being offline is an answer the customer must see; a paused query would wait without a word.
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && passes(error),
        retryDelay: 400,
        staleTime: Infinity,
        gcTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
  return client;
}

/** Forgets all that is personal. What is on screen asks again, and so learns who is there now. */
export function dropPersonal(client: QueryClient, { but }: { readonly but?: readonly unknown[] } = {}): void {
  const kept = but && hashKey(but);
  const personalOnes = { queryKey: [personal], predicate: (query: Query) => query.queryHash !== kept };
  client.removeQueries({ ...personalOnes, type: 'inactive' });
  void client.resetQueries(personalOnes);
}

/** R7, R10, R14: a screen that comes back from the background, offline or the browser's page cache asks again. */
export const refreshPersonal = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: [personal], refetchType: 'active' });
