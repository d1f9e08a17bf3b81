import { useLocation } from 'react-router';
import { BackendError } from '#backend/port.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { PageFailure } from '#ui/page-failure.tsx';

const page = latePart(async () => {
  const [{ BenefitsPage }] = await Promise.all([import('./benefits-page.tsx'), addWords('benefits')]);
  return BenefitsPage;
}, PageFailure);

/** Brings what the page is made of, and waits for it. */
export const benefitsReady = page.ready;

/** The year that the address asks for; null = this one. */
function yearIn(search: string): number | null {
  const asked = new URLSearchParams(search).get('year');
  return asked !== null && /^2[01]\d\d$/.test(asked) ? Number(asked) : null;
}

/** What came back to a customer, beside what they gave. It has no address where nobody counts. */
export function BenefitsRoute() {
  const { search } = useLocation();
  if (!useCapabilities().benefits) throw new BackendError('not_found', 'This brand counts nothing that comes back.');
  return <page.Part year={yearIn(search)} />;
}
