import { BackendError } from '#backend/port.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { PageFailure } from '#ui/page-failure.tsx';

const page = latePart(async () => {
  const [{ SafetyPage }] = await Promise.all([import('./safety-page.tsx'), addWords('safety')]);
  return SafetyPage;
}, PageFailure);

/** Brings what the page is made of, and waits for it. */
export const safetyReady = page.ready;

/** How the data is kept safe. Where the backend does not tell it has no address. */
export function SafetyRoute() {
  if (!useCapabilities().safety)
    throw new BackendError('not_found', 'This backend does not tell how data is kept safe.');
  return <page.Part />;
}
