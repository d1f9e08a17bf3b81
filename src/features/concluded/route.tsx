import { BackendError } from '#backend/port.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { PageFailure } from '#ui/page-failure.tsx';

const page = latePart(async () => {
  const [{ ConcludedPage }] = await Promise.all([
    import('./concluded-page.tsx'),
    addWords('concluded'),
    addWords('deeds'),
  ]);
  return ConcludedPage;
}, PageFailure);

/** Brings what the page is made of, and waits for it. */
export const concludedReady = page.ready;

/** What was concluded about the customer. Where the backend does not tell it has no address. */
export function ConcludedRoute() {
  if (!useCapabilities().inferences) throw new BackendError('not_found', 'This backend does not tell its conclusions.');
  return <page.Part />;
}
