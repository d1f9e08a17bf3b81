import { BackendError } from '#backend/port.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { PageFailure } from '#ui/page-failure.tsx';

const page = latePart(async () => {
  const [{ YourselfPage }] = await Promise.all([
    import('./yourself-page.tsx'),
    addWords('yourself'),
    addWords('deeds'),
  ]);
  return YourselfPage;
}, PageFailure);

/** Brings what the page is made of, and waits for it. */
export const yourselfReady = page.ready;

/** Where a customer tells about themselves. Where the brand asks nothing it has no address. */
export function YourselfRoute() {
  if (!useCapabilities().profile) throw new BackendError('not_found', 'This brand asks its customers nothing.');
  return <page.Part />;
}
