import type { Query, QueryClient } from '@tanstack/react-query';
import { personal } from './query-client.ts';

/** The queries, by the second part of their key, whose answers are computed from what is held. */
const computed: ReadonlySet<unknown> = new Set([
  'overview',
  'holdings',
  'records',
  'inferences',
  'activity',
  'benefits',
  'preview',
  'profile',
]);

/**
 * To be called when something that is held has changed: a record put right or forgotten, a conclusion judged, a question
 * answered. What is on screen is asked for again and stays until the answer is here; what is not on screen is dropped,
 * so that nothing that is gone shows for a moment. Resolves when what is on screen is new.
 */
export function refreshAfterDeed(client: QueryClient): Promise<void> {
  const changed = {
    queryKey: [personal],
    predicate: ({ queryKey }: Query) => computed.has(queryKey[1]),
  };
  client.removeQueries({ ...changed, type: 'inactive' });
  return client.invalidateQueries(changed);
}
