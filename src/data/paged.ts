import type { UseSuspenseInfiniteQueryResult } from '@tanstack/react-query';

/** A list that comes in pages: what has come of it, and how to go on. */
export interface Paged<Page> {
  /** At least one, in the order they came. */
  readonly pages: readonly Page[];
  /** `all` = there is no more; `failed` = the next page did not come, and can be asked for again. */
  readonly more: 'all' | 'here' | 'coming' | 'failed';
  readonly bringMore: () => void;
}

/** The first page is small, so that it is soon here; those after it are large, so that they are few. */
export const pageSize = (cursor: string | null): { readonly limit: number; readonly cursor?: string } =>
  cursor === null ? { limit: 60 } : { limit: 200, cursor };

/** What a screen needs to know of a query that comes in pages. */
export function pagedOf<Page>(query: UseSuspenseInfiniteQueryResult<{ readonly pages: readonly Page[] }>): Paged<Page> {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const waiting = isFetchNextPageError ? 'failed' : 'here';
  return {
    pages: data.pages,
    more: isFetchingNextPage ? 'coming' : hasNextPage ? waiting : 'all',
    bringMore: () => void fetchNextPage({ cancelRefetch: false }),
  };
}
