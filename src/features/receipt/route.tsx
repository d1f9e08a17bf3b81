import { useParams } from 'react-router';
import { BackendError } from '#backend/port.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { PageFailure } from '#ui/page-failure.tsx';

const page = latePart(async () => {
  const [{ ReceiptPage }] = await Promise.all([import('./receipt-page.tsx'), addWords('receipt')]);
  return ReceiptPage;
}, PageFailure);

/** Brings what the page is made of, and waits for it. */
export const receiptReady = page.ready;

/** The page of one receipt. Where the backend signs none, or keeps nothing, it has no address. */
export function ReceiptRoute() {
  const { receipts, durability } = useCapabilities();
  const seq = Number(useParams()['seq']);
  if (receipts === null || durability === 'none' || !Number.isSafeInteger(seq) || seq < 1)
    throw new BackendError('not_found', 'No receipt has this address.');
  return <page.Part seq={seq} />;
}
