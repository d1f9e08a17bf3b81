import { useParams } from 'react-router';
import { BackendError } from '#backend/port.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { PageFailure } from '#ui/page-failure.tsx';

const page = latePart(async () => {
  const [{ BothWaysPage }] = await Promise.all([import('./both-ways-page.tsx'), addWords('both_ways')]);
  return BothWaysPage;
}, PageFailure);

/** Brings what the page is made of, and waits for it. */
export const bothWaysReady = page.ready;

/** What a customer would meet with a use or a kind of data, and without. It has no address where nobody can tell. */
export function BothWaysRoute() {
  const { about = '' } = useParams();
  if (!useCapabilities().preview) throw new BackendError('not_found', 'This brand shows nothing both ways.');
  return <page.Part key={about} about={about} />;
}
