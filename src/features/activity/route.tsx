import { BackendError } from '#backend/port.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { PageFailure } from '#ui/page-failure.tsx';

const page = latePart(async () => {
  const [{ ActivityPlace }] = await Promise.all([import('./activity-place.tsx'), addWords('activity')]);
  return ActivityPlace;
}, PageFailure);

/** Brings what the page is made of, and waits for it. */
export const activityReady = page.ready;

/** What was done with the data. Where the backend does not tell it has no address. */
export function ActivityRoute() {
  if (!useCapabilities().activity) throw new BackendError('not_found', 'This backend does not tell what it did.');
  return <page.Part />;
}
