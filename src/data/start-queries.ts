import type { QueryClient } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Language } from '#contract/primitives.ts';
import { capabilitiesQuery } from './use-capabilities.ts';
import { choicesQuery } from './use-choices.ts';
import { noticeQuery } from './use-notice.ts';
import { overviewQuery } from './use-overview.ts';

/**
 * Asks for everything that the first page needs, at once and before anything is drawn. Failures wait in the cache;
 * resolves when all is answered.
 */
export const startQueries = (client: QueryClient, backend: Backend, language: Language): Promise<unknown> =>
  Promise.all([
    client.prefetchQuery(capabilitiesQuery(backend)),
    client.prefetchQuery(noticeQuery(backend, language)),
    client.prefetchQuery(choicesQuery(backend)),
    client.prefetchQuery(overviewQuery(backend)),
  ]);
