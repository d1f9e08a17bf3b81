import { lazy } from 'react';
import { useParams } from 'react-router';
import { BackendError } from '#backend/port.ts';
import { useCapabilities } from '#data/use-capabilities.ts';

const ReceiptPage = lazy(async () => ({ default: (await import('./receipt-page.tsx')).ReceiptPage }));

/** The page of one receipt. Where the backend signs none, it has no address. */
export function ReceiptRoute() {
  const { receipts } = useCapabilities();
  const seq = Number(useParams()['seq']);
  if (receipts === null || !Number.isSafeInteger(seq) || seq < 1)
    throw new BackendError('not_found', 'No receipt has this address.');
  return <ReceiptPage seq={seq} />;
}
