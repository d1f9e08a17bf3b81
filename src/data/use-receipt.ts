import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Receipt } from '#contract/decisions.ts';
import type { Seq } from '#contract/primitives.ts';
import { useBackend } from './backend-context.tsx';
import { personal } from './query-client.ts';

const receiptQuery = (backend: Backend, seq: Seq) =>
  queryOptions({
    queryKey: [personal, 'receipt', seq],
    queryFn: ({ signal }) => backend.getReceipt({ seq }, { signal }),
  });

/** The signed receipt of one decision. */
export function useReceipt(seq: Seq): Receipt {
  return useSuspenseQuery(receiptQuery(useBackend(), seq)).data;
}
