import { useParams, useSearchParams } from 'react-router';
import { BackendError } from '#backend/port.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { PageFailure } from '#ui/page-failure.tsx';

const page = latePart(async () => {
  const [{ HeldPage }] = await Promise.all([import('./held-page.tsx'), addWords('held'), addWords('deeds')]);
  return HeldPage;
}, PageFailure);

const records = latePart(async () => {
  const [{ RecordsPage }] = await Promise.all([import('./records-page.tsx'), addWords('held'), addWords('deeds')]);
  return RecordsPage;
}, PageFailure);

/** Brings what the pages are made of, and waits for it. */
export const heldReady = (): Promise<unknown> => Promise.all([page.ready(), records.ready()]);
export const recordsReady = records.ready;

/** All that is held, kind by kind; with ?behind= the records of any kind that something rests on. */
export function HeldRoute() {
  const [asked] = useSearchParams();
  if (!useCapabilities().records) throw notTold();
  return asked.has('behind') ? <records.Part category={null} /> : <page.Part />;
}

/** The records of one kind. */
export function RecordsRoute() {
  const { category = '' } = useParams();
  if (!useCapabilities().records) throw notTold();
  return <records.Part key={category} category={category} />;
}

const notTold = (): BackendError => new BackendError('not_found', 'This backend does not tell what is held.');
