import { useParams } from 'react-router';
import { BackendError } from '#backend/port.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { latePart } from '#ui/late-part.tsx';
import { ReceiptFailure } from './receipt-failure.tsx';

const page = latePart(async () => (await import('./receipt-page.tsx')).ReceiptPage, ReceiptFailure);

/** The page of one receipt. Where the backend signs none, it has no address. */
export function ReceiptRoute() {
  const { receipts } = useCapabilities();
  const seq = Number(useParams()['seq']);
  if (receipts === null || !Number.isSafeInteger(seq) || seq < 1)
    throw new BackendError('not_found', 'No receipt has this address.');
  return <page.Part seq={seq} />;
}
